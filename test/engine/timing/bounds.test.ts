import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  type AnyAlgorithm,
  assertRequirements,
  type DelaySpec,
  execute,
  prepareCell,
  prepareInstance,
} from '../../../engine/index.ts'
import { recordPrepared, verifyLines } from '../../helpers/record.ts'
import { cellOf } from '../../helpers/run.ts'

/** Everyone sends one message and keeps what it was told of delays. */
type Input = { readonly delay: { readonly min: number; readonly max: number } }
interface State {
  readonly min: number
  readonly max: number
}
const told: Algorithm<State, { readonly type: 'M' }, Input> = {
  name: 'told',
  requires: { delayBounds: true },
  terminates: false,
  initially: ({ delay: { min, max } }) => ({ min, max }),
  uponStart: (p) => p.sendToAll({ type: 'M' }),
  uponReceiving: { M() {} },
}

const algorithm = told as unknown as AnyAlgorithm
const noFile = (): string => ''

function prepared(delay: DelaySpec, file = '') {
  const cell = cellOf(algorithm, { topology: 'complete', n: 3, delay, seed: 5 })
  return prepareCell(algorithm, cell, () => file)
}

const table = '0,1,0.5\n1,0,0.25\n0,2,0.75\n2,0,0.5\n1,2,0.5\n2,1,0.5\n'

const expectations: readonly (readonly [DelaySpec, number, number])[] = [
  ['constant', 1, 1],
  ['uniform', 0, 1],
  ['uniform:min=0.6', 0.6, 1],
  ['uniform:min=0.2,max=0.7', 0.2, 0.7],
  ['per-link:min=0.6', 0.6, 1],
  ['bimodal:fast=0.3', 0.3, 1],
  ['slow-links:fast=0.3', 0.3, 1],
  ['slow-processors:fast=0.3', 0.3, 1],
  ['starve:fast=0.3', 0.3, 1],
  ['stepped', 0, 1],
  ['news', 0, 1],
  // The least and the largest that the file has.
  ['table:file', 0.25, 0.75],
]

for (const [delay, min, max] of expectations)
  test(`${delay}: processors that ask are told that delays are between ${min} and ${max}`, () => {
    const { instance, timing } = prepared(delay, table)
    const { final } = execute(algorithm, instance, timing, { seed: 5 })
    assert.deepEqual(final.states[0], { min, max })
  })

test('in rounds every message takes one', () => {
  const cell = cellOf(algorithm, { topology: 'complete', n: 3, timing: 'synchronous', seed: 5 })
  const { instance } = prepareCell(algorithm, cell, noFile)
  assert.deepEqual(instance.delayBounds, { min: 1, max: 1 })
})

for (const delay of ['pareto', 'exponential', 'log-normal'] as const)
  test(`${delay} has no bounds, and the run is refused`, () => {
    const { instance } = prepared(delay)
    assert.throws(() => assertRequirements(algorithm, instance, 'asynchronous'), {
      name: 'InputError',
      message:
        "told requires bounds on delays, and there are none (use --delay uniform:min=0.5, in an experiment delays: ['uniform:min=0.5'])",
    })
  })

test('who does not ask is not told, and an adversary who chooses the order of events gives no bounds', () => {
  const other = { ...algorithm, requires: {}, initially: () => ({}) } as AnyAlgorithm
  const cell = cellOf(algorithm, { topology: 'complete', n: 3, delay: 'uniform', seed: 5 })
  assert.equal(prepareCell(other, cell, noFile).instance.delayBounds, null)
  assert.equal(prepareInstance(algorithm, { ...cell, delay: null }, noFile).instance.delayBounds, null)
})

test('an input that is not required says how it is asked for', () => {
  const nosy = { ...algorithm, requires: {} } as AnyAlgorithm
  const cell = cellOf(algorithm, { topology: 'complete', n: 3, delay: 'uniform', seed: 5 })
  const { instance, timing } = prepareCell(nosy, cell, noFile)
  const { outcome } = execute(nosy, instance, timing)
  assert.ok(
    outcome.kind === 'failed' &&
      /reads delay without declaring requires: \{ delayBounds: true \}/.test(outcome.reason),
  )
})

test('a record has the bounds, and a delay outside them is found', () => {
  const cell = prepared('uniform:min=0.6')
  const { lines } = recordPrepared(algorithm, cell, 5)
  assert.deepEqual(JSON.parse(lines[0]!).instance.delay_bounds, [0.6, 1])
  assert.equal(verifyLines(lines, algorithm).first_error, null)
  // The same events, of processors that are told of narrower bounds: their states differ, and the delays break them.
  const narrowed = [lines[0]!.replace('"delay_bounds":[0.6,1]', '"delay_bounds":[0.99,1]'), ...lines.slice(1)]
  assert.match(
    verifyLines(narrowed, algorithm).first_error!.problem,
    /the processors know that it is between 0.99 and 1/,
  )
  // Without bounds there is no such instance.
  const without = [lines[0]!.replace('"delay_bounds":[0.6,1],', ''), ...lines.slice(1)]
  assert.match(verifyLines(without, algorithm).first_error!.problem, /told requires bounds on delays/)
})
