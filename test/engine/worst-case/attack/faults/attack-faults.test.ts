import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  attackFaults,
  failuresIn,
  faultModel,
  objectiveNamed,
  shrinkScript,
} from '../../../../../engine/index.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

const named = (name: string): AnyAlgorithm =>
  [...algorithms, ...algorithmFamilies.map((family) => family.with(''))].find((one) => one.name === name)!

const search = (
  name: string,
  [n, f]: readonly [number, number],
  faults: string,
  objective: string | null = null,
  runs = 20_000,
) => {
  const algorithm = named(name)
  return attackFaults(algorithm, completeInstance(n, f), faultModel(faults, n), {
    objective: objective === null ? null : objectiveNamed(objective, algorithm),
    ...{ runs, seed: 1, values: true },
  })
}

// What is broken one step outside the resilience, and by what: docs/consensus.md and the theorems it names.
for (const [name, size, faults] of [
  ['floodset', [4, 1], 'crash:f=2'],
  ['floodset', [5, 2], 'crash:f=3'],
  ['floodset-delta', [4, 1], 'crash:f=2'],
  ['early-stopping', [4, 1], 'crash:f=2'],
  ['floodset', [4, 1], 'omission:f=1'],
  ['eig-byzantine', [3, 1], 'byzantine:f=1'],
  ['oral-messages', [3, 1], 'byzantine:f=1'],
  ['phase-king', [4, 1], 'byzantine:f=1'],
  ['phase-king-optimal', [3, 1], 'byzantine:f=1'],
  ['dolev-strong', [4, 1], 'byzantine:f=2'],
  // Three inputs are needed to decide three values.
  ['floodmin', [6, 1], 'crash:f=2'],
  ['binary-broadcast', [4, 1], 'crash:f=2'],
  ['three-phase-commit', [3, 1], 'omission:f=1,kind=general'],
] as const)
  test(`the search breaks ${name}, n = ${size[0]}, told of f = ${size[1]}, by ${faults}, and the engine confirms it`, () => {
    const { broken, script } = search(name, size, faults)
    assert.ok(broken !== null)
    const small = shrinkScript(named(name), completeInstance(size[0], size[1]), { ...broken, script })
    assert.equal(small?.property, broken.property)
  })

test('what is found against FloodSet is the hiding chain: one crash a round, each telling one of those who are left', () => {
  const { broken, script } = search('floodset', [5, 2], 'crash:f=3')
  const { crashes } = shrinkScript(named('floodset'), completeInstance(5, 2), { ...broken!, script })!.script
  assert.deepEqual(crashes.map(({ round }) => round).sort(), [0, 1, 2])
  const chain = crashes.toSorted((a, b) => a.round - b.round)
  for (const [round, { receivers }] of chain.entries()) {
    const gone = chain.slice(0, round + 1).map(({ processor }) => processor)
    const told = receivers.filter((q) => !gone.includes(q))
    assert.equal(told.length, 1)
    if (round < 2) assert.equal(told[0], chain[round + 1]!.processor)
  }
})

test('chains of six crashes among eight processors are found from every one of five seeds', () => {
  const instance = completeInstance(8, 5)
  for (const seed of [1, 2, 3, 4, 5]) {
    const options = { objective: null, runs: 5000, seed, values: true }
    const { broken } = attackFaults(named('floodset'), instance, faultModel('crash:f=6', 8), options)
    assert.equal(broken?.property, 'agreement', `seed ${seed}`)
  }
})

test('nothing is found where there is nothing, and no more fails than may', () => {
  const { broken, script, runs, value } = attackFaults(
    named('floodset'),
    completeInstance(4, 2),
    faultModel('crash:f=2', 4),
    { objective: null, runs: 1000, seed: 1, values: true },
  )
  assert.deepEqual([broken, runs, value], [null, 1000, null])
  assert.ok(failuresIn(script) <= 2)
})

test('crashes put off early decisions for as long as the theorem allows', () => {
  // The last decision comes in round min(fa + 1, f + 1): with three crashes in a chain in round 4, without in round 1.
  const { value, script } = search('early-stopping', [6, 3], 'crash:f=3', 'time:decided', 4000)
  assert.deepEqual([value, failuresIn(script)], [4, 3])
})
