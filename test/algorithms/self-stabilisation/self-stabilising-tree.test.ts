import assert from 'node:assert/strict'
import { test } from 'node:test'
import { selfStabilisingTree } from '../../../algorithms/index.ts'
import fc from '../../helpers/property.ts'
import { record } from '../../helpers/record.ts'
import { runCell, violations } from '../../helpers/run.ts'

const tree = selfStabilisingTree.with('')

interface State {
  readonly leader: number
  readonly distance: number
  readonly parent: number | null
}

test('from initial states the root is known after as many rounds as it is far away', () => {
  // On a path of five with the largest identifier at its end, e = 4; 2m = 8 messages at the start and in each round.
  const judged = runCell(tree, {
    topology: 'path',
    n: 5,
    inputs: 'ids=ascending',
    timing: 'synchronous',
    seed: 1,
  })
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.time, 4)
  assert.equal(judged.execution.measures.messages, 8 * 5)
  const states = judged.execution.final.states as readonly State[]
  assert.deepEqual(
    states.map(({ leader, distance }) => [leader, distance]),
    [4, 3, 2, 1, 0].map((distance) => [4, distance]),
  )
})

test('a ghost that all remember makes it take n + e rounds', () => {
  // Everyone begins with an identifier that nobody has (choice n of 0 … n), at distance 0, without a parent.
  for (const [topology, n, e] of [
    ['path', 5, 4],
    ['ring', 6, 3],
    ['complete', 4, 1],
    ['star', 5, 1],
  ] as const) {
    const given = new Array(n).fill(`${n}/0/0`).join('+')
    // On a star the root is the centre, which has the largest identifier if they descend.
    const ids = topology === 'star' ? 'descending' : 'ascending'
    const faults = `arbitrary-state:given=${given}`
    const cell = { topology, n, inputs: `ids=${ids}`, timing: 'synchronous', faults, seed: 1 } as const
    const judged = runCell(tree, cell)
    assert.deepEqual(violations(judged), [])
    assert.equal(judged.execution.measures.time, n + e, topology)
  }
})

test('from 300 random states, on networks of every kind, it takes no more than n + e rounds', () => {
  const networks = fc.constantFrom('path', 'ring', 'complete', 'star', 'gnp', 'random-tree', 'grid')
  fc.assert(
    fc.property(networks, fc.integer({ min: 10, max: 30 }), fc.nat(1_000_000), (topology, size, seed) => {
      const n = topology === 'grid' ? 16 : size
      const judged = runCell(tree, { topology, n, timing: 'synchronous', faults: 'arbitrary-state', seed })
      assert.equal(judged.execution.outcome.kind, 'quiescent')
      assert.deepEqual(violations(judged), [])
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('without a bound the same ghost is still remembered when time is up', () => {
  const broken = selfStabilisingTree.with('bound=none')
  const faults = `arbitrary-state:given=${new Array(4).fill('4/0/0').join('+')}`
  const cell = {
    topology: 'ring',
    n: 4,
    timing: 'synchronous',
    faults,
    inputs: 'ids=ascending',
    seed: 1,
  } as const
  assert.equal(runCell(tree, cell).execution.measures.time, 4 + 2)
  assert.throws(
    () => runCell(tree, { ...cell, faults: 'arbitrary-state:given=4/0/0' }),
    /are needed, not of 1/,
  )
  const { execution } = record(broken, cell, { messagesMax: 1000 })
  assert.equal(execution.outcome.kind, 'budget')
})
