import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  assertRequirements,
  ComputedInstance,
  connectedGraphs,
  eventually,
  execute,
  explore,
  InputError,
  innerView,
  over,
} from '../../engine/index.ts'

const synchronizers = ['simple', 'alpha', 'beta', 'gamma']

/** Configurations beyond which an exploration is not worth its time here; the law then is that of random schedules. */
const states = 1200

/** All that run in rounds and flip no coins. */
const synchronous = algorithms.filter(
  ({ service, requires }) => service === undefined && !requires.clocks && !requires.coins,
)

function fits(algorithm: AnyAlgorithm, instance: ComputedInstance): boolean {
  try {
    assertRequirements(algorithm, instance, 'synchronous')
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

const instances = [1, 2, 3].flatMap((n) =>
  connectedGraphs(n).map((graph) => {
    const fields = { waits: Array.from({ length: n }, () => 0) }
    const weights = Float64Array.from({ length: graph.m }, (_, i) => i + 1)
    return new ComputedInstance(graph, { ids: [2, 0, 1].slice(3 - n), weights, fields })
  }),
)

test('in every execution on every connected graph of at most three processors, algorithms over synchronizers end in the states of the synchronous model', () => {
  const ended = new Set<string>()
  for (const algorithm of synchronous)
    for (const instance of instances.filter((one) => fits(algorithm, one)))
      for (const synchronizer of synchronizers) {
        const wrapped = over(algorithm, synchronizer)
        const expected = JSON.stringify(execute(algorithm, instance, { kind: 'synchronous' }).final.states)
        const asInRounds = eventually(
          (final) => JSON.stringify(innerView(final).states) === expected || 'other states than in rounds',
        )
        const held = { ...wrapped, properties: { ...wrapped.properties, asInRounds } }
        const { violations, exhausted } = explore(held, instance, { states, time: false })
        assert.deepEqual(violations, [], `${wrapped.name} on ${instance.network.m} channels`)
        if (exhausted) ended.add(`${algorithm.name} over ${synchronizer}`)
      }
  for (const synchronizer of synchronizers)
    assert.ok([...ended].filter((name) => name.endsWith(` over ${synchronizer}`)).length > 10, synchronizer)
})
