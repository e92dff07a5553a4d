import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  attackFaults,
  type ComputedInstance,
  createFaults,
  execute,
  faultModel,
  Streams,
} from '../../../../../engine/index.ts'
import { subjectFor } from '../../../../helpers/broken-algorithm.ts'
import { brokenAsynchronous } from '../../../../helpers/broken-asynchronous.ts'
import { runCell } from '../../../../helpers/run.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

/** How many of so many executions with random inputs and crashes violate a property. */
function violations(algorithm: AnyAlgorithm, given: ComputedInstance, faults: string, runs: number): number {
  let count = 0
  for (let seed = 0; seed < runs; seed++) {
    const streams = new Streams(seed)
    const stream = streams.stream('values')
    const instance = given.with({ values: Array.from(given.values, () => stream.integer(2)) })
    const plan = createFaults(faults, algorithm, instance, 'synchronous', streams)
    const { outcome } = execute(
      algorithm,
      instance,
      { kind: 'synchronous' },
      { faults: plan, check: 'final' },
    )
    if (outcome.kind === 'violated') count++
  }
  return count
}

// The chain needs four crashes, one in each round, of the only ones who know an input: of n = 6 with random crashes, each
// reaches a single one of those that are left with probability 1/8 or so, four times, in the right order.
for (const name of ['floodset', 'floodset-delta'])
  test(`ten thousand random executions do not break ${name} told of one crash too few; the search does`, () => {
    const algorithm = algorithms.find((one) => one.name === name)!
    const instance = completeInstance(6, 3)
    assert.equal(violations(algorithm, instance, 'crash:f=4', 10_000), 0)
    const options = { objective: null, runs: 20_000, seed: 1, values: true }
    assert.notEqual(attackFaults(algorithm, instance, faultModel('crash:f=4', 6), options).broken, null)
  })

// Two processors have to crash one after the other in the very step in which they pass the same thing on, each telling only
// the next, and the third as well, telling one other alone.
for (const one of brokenAsynchronous.filter(({ what }) => what.includes('passes on twice')))
  test(`ten thousand random asynchronous executions do not break ${one.what}; the search does`, () => {
    const { algorithm, n, f, faults } = one
    const delays = [
      'uniform',
      'pareto',
      'constant',
      'exponential',
      'bimodal',
      'per-link',
      'last-in-first-out',
    ]
    const times = ['', ',by=2', ',by=10']
    for (let seed = 0; seed < 10_000; seed++) {
      const delay = delays[seed % delays.length]!
      const parts = { topology: 'complete', n, f, seed, delay, inputs: 'values=bits' }
      const { execution } = runCell(algorithm, { ...parts, faults: `${faults}${times[seed % 3]}` })
      assert.notEqual(execution.outcome.kind, 'violated', JSON.stringify(parts))
    }
    const options = { objective: null, runs: 5000, seed: 1, values: true }
    assert.notEqual(attackFaults(algorithm, subjectFor(one), faultModel(faults, n), options).broken, null)
  })
