import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../../experiments/cell/manifest.ts'
import { defineExperiment } from '../../../experiments/definition/define.ts'
import { stockExperiments } from '../../../experiments/index.ts'
import { experimentOf } from '../../../experiments/reproduction/experiment-of.ts'
import { describeExperiment } from '../../../experiments/store/build-manifest.ts'

const manifestOf = (experiment: Parameters<typeof describeExperiment>[0]): Manifest => {
  const described = describeExperiment(experiment, { codeHash: '', data: {}, command: 'admissible run it' })
  return JSON.parse(JSON.stringify({ ...described, cells: 1, complete: true, outcomes: {} }))
}

for (const definition of stockExperiments)
  test(`the manifest of ${definition.name} gives the experiment again`, async () => {
    const experiment = defineExperiment(definition)
    assert.deepEqual(await experimentOf(manifestOf(experiment), 'results/it'), experiment)
  })

test('nulls in the middle of a definition come back as well', async () => {
  const experiment = defineExperiment({
    name: 'mixed',
    question: 'Does it come back?',
    algorithms: ['flooding'],
    topologies: ['ring'],
    sizes: [8],
    replicates: 40,
    untilCi: { fraction: 0.1 },
    budget: { messages: 1000 },
    worstCases: { searched: { sizes: [8], runs: 10 }, exact: { sizes: [4] } },
    seed: 3,
  })
  assert.deepEqual(await experimentOf(manifestOf(experiment), 'results/it'), experiment)
})

test('an unfinished sweep is refused with the command that finishes it', async () => {
  const manifest = { ...manifestOf(defineExperiment(stockExperiments[0]!)), complete: false }
  await assert.rejects(
    experimentOf(manifest, 'results/it'),
    /results\/it holds an unfinished sweep; finish it with admissible run it --resume/,
  )
})
