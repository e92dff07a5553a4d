import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionsAsynchronous, sessionsInRounds } from '../../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('three sessions on a path of three take four steps of everyone: by hand', () => {
  // D = 2 and m = 2: acts in steps 0, 2 and 4. In steps 0 to 3 everyone tells its neighbours: 4 · 2m = 16 messages.
  const { execution } = runCell(sessionsAsynchronous.with('s=3'), {
    topology: 'path',
    n: 3,
    delay: 'constant',
    seed: 1,
  })
  const { messages, marks } = execution.measures
  assert.deepEqual([messages, marks.done], [16, { first: 4, last: 4 }])
})

test('in rounds nobody sends anything, and five sessions are over in round 4', () => {
  const { execution } = runCell(sessionsInRounds.with(''), {
    topology: 'ring',
    n: 7,
    timing: 'synchronous',
    seed: 1,
  })
  const { messages, marks } = execution.measures
  assert.deepEqual([messages, marks.done], [0, { first: 4, last: 4 }])
})

test('sessions are disjoint, on all networks, with all delays and wake-ups, whatever overtakes what', () => {
  const cells = fc.record({
    s: fc.integer({ min: 1, max: 6 }),
    topology: fc.constantFrom('path', 'star', 'ring', 'complete', 'random-tree'),
    n: fc.integer({ min: 3, max: 9 }),
    delay: fc.constantFrom(
      'uniform',
      'bimodal',
      'pareto',
      'per-link',
      'last-in-first-out',
      'news:fast',
      'starve',
    ),
    wakeup: fc.constantFrom('all', 'staggered', 'ordered:gap=2'),
    seed: fc.nat(1000),
  })
  fc.assert(
    fc.property(cells, ({ s, ...cell }) => {
      assert.deepEqual(violations(runCell(sessionsAsynchronous.with(`s=${s}`), cell)), [])
    }),
    { numRuns: 150 },
  )
})

test('who acts in every step, without waiting for those far away, is found out', () => {
  // Told that the diameter is 1, all go on after each step, and on a path the ends come to be far apart.
  const right = sessionsAsynchronous.with('s=5')
  const hasty = {
    ...right,
    initially: (input: { diameter: number }) => right.initially({ ...input, diameter: 1 } as never),
  } as AnyAlgorithm
  const found = runCell(hasty, { topology: 'path', n: 8, delay: 'starve:channel=0+1', seed: 1 })
  const { outcome } = found.execution
  assert.ok(outcome.kind === 'violated' && outcome.property === 'disjointSessions', JSON.stringify(outcome))
})
