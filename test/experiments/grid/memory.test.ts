import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import { InputError } from '../../../engine/index.ts'
import { assertFits, defineExperiment, gridOf, totalOf } from '../../../experiments/index.ts'

const definition = {
  name: 'memory',
  question: 'Does it fit?',
  algorithms: [flooding],
  topologies: ['gnm:degree=8'],
  sizes: [1000, 100_000],
  replicates: 2,
  seed: 1,
}
// 269 bytes per processor (the estimate’s own test counts them) and 64 MiB for the program.
const large = 269 * 100_000 + 64 * 2 ** 20

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    assert.ok(error instanceof InputError)
    return error.message
  }
  return assert.fail('nothing was refused')
}

test('runs fit as long as those that need the most fit together, one for each worker', () => {
  const experiment = defineExperiment(definition)
  const { memory } = gridOf(experiment, { workers: 2, memory: 2 * large })
  assert.equal(totalOf(memory!), large)
  assert.equal(
    refusal(() => gridOf(experiment, { workers: 2, memory: 2 * large - 1 })),
    '2 runs at once, the largest flooding on gnm:degree=8 with n = 100000, need about 0.175 GiB of memory, and there ' +
      'are 0.175 GiB; take a smaller n, or fewer --workers, or a network whose channels are computed ' +
      '(ring, torus, hypercube, complete); --memory says how much may be used',
  )
  gridOf(experiment, { workers: 1, memory: large })
})

test('what does not fit is refused before a network is built for it', () => {
  const unbuilt = {
    ...flooding,
    name: 'unbuilt',
    worstIdentifiers: () => assert.fail('inputs were assigned'),
  }
  const experiment = defineExperiment({ ...definition, algorithms: [unbuilt], inputs: ['ids=worst'] })
  assert.match(
    refusal(() => gridOf(experiment, { workers: 1, memory: large - 1 })),
    /^unbuilt on gnm:degree=8 with n = 100000 needs about 0\.0876 GiB of memory/,
  )
})

test('a computed network is no advice where it is what did not fit', () => {
  const experiment = defineExperiment({ ...definition, topologies: ['ring'] })
  assert.match(
    refusal(() => gridOf(experiment, { workers: 1, memory: 1e6 })),
    /take a smaller n; --memory/,
  )
})

test('without runs of a known size there is nothing to refuse', () => {
  assert.equal(assertFits([], { memory: 0 }), null)
})
