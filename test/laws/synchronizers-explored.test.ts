import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../algorithms/index.ts'
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

const synchronizers = ['simple', 'alpha', 'beta', 'beta:tree=spanning-tree-flood', 'gamma']

const statesUsual = 1200

/** With so many, all explorations of up to three processors come to their end. */
const statesOfThree = 40_000

/**
 * Configurations beyond which an exploration is not worth its time here; the law then is that of random schedules.
 * ADMISSIBLE_LAW_STATES=40000 goes further, and to networks of four processors.
 */
const states = Number(process.env.ADMISSIBLE_LAW_STATES ?? statesUsual)

/** All that run in rounds and flip no coins. What stabilises is stopped by what all show after a round. */
const synchronous = [...algorithms, ...algorithmFamilies.map((family) => family.with(''))].filter(
  ({ service, requires, stabilises }) =>
    service === undefined && !requires.clocks && !requires.coins && stabilises === undefined,
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

const sizes = states > statesUsual ? [1, 2, 3, 4] : [1, 2, 3]

const instancesOf = (n: number): ComputedInstance[] =>
  connectedGraphs(n).map((graph) => {
    const fields = { waits: Array.from({ length: n }, () => 0) }
    const weights = Float64Array.from({ length: graph.m }, (_, i) => i + 1)
    return new ComputedInstance(graph, { ids: [3, 2, 0, 1].slice(4 - n), weights, fields })
  })

/** Explores an algorithm over a synchronizer; whether that came to an end. */
function explored(algorithm: AnyAlgorithm, synchronizer: string, instance: ComputedInstance): boolean {
  const wrapped = over(algorithm, synchronizer)
  const expected = JSON.stringify(execute(algorithm, instance, { kind: 'synchronous' }).final.states)
  const asInRounds = eventually(
    (final) => JSON.stringify(innerView(final).states) === expected || 'other states than in rounds',
  )
  const held = { ...wrapped, properties: { ...wrapped.properties, asInRounds } }
  const { violations, exhausted } = explore(held, instance, { states, time: false })
  assert.deepEqual(violations, [], `${wrapped.name} on ${instance.network.m} channels`)
  return exhausted
}

for (const n of sizes)
  test(`in every execution on every connected graph of ${n} processors, algorithms over synchronizers end in the states of the synchronous model`, (t) => {
    const ended = new Map(synchronizers.map((synchronizer) => [synchronizer, 0]))
    let all = 0
    for (const algorithm of synchronous)
      for (const instance of instancesOf(n).filter((one) => fits(algorithm, one)))
        for (const synchronizer of synchronizers) {
          all++
          if (explored(algorithm, synchronizer, instance))
            ended.set(synchronizer, ended.get(synchronizer)! + 1)
        }
    const mustEnd = n < 3 || (n === 3 && states >= statesOfThree)
    const counts = [...ended].map(([synchronizer, count]) => `${synchronizer} ${count}`)
    t.diagnostic(`explored to the end, of ${all / synchronizers.length} each: ${counts.join(', ')}`)
    for (const [synchronizer, count] of ended)
      assert.ok(mustEnd ? count === all / synchronizers.length : count > 10, synchronizer)
  })
