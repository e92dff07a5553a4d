import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InputError } from '../../../engine/index.ts'
import { defineExperiment } from '../../../experiments/definition/define.ts'
import { type ExperimentDefinition, gridOf } from '../../../experiments/index.ts'
import { describeExperiment } from '../../../experiments/store/build-manifest.ts'
import { allCells } from '../../helpers/all-cells.ts'

const definition: ExperimentDefinition = {
  name: 'trial',
  question: 'Who runs where?',
  algorithms: ['flooding', 'bfs-sync'],
  timings: ['synchronous', 'asynchronous'],
  topologies: ['ring'],
  sizes: [8],
  delays: ['uniform', 'constant'],
  replicates: 1,
  seed: 1,
}

const points = (given: Partial<ExperimentDefinition>) =>
  Array.from(
    gridOf(defineExperiment({ ...definition, ...given })).cells,
    ({ algorithm, timing, delay, evidence }) =>
      [algorithm, timing, delay ?? '', evidence ?? 'sampled'].join(' '),
  )

test('an algorithm that runs in rounds only has no asynchronous cells, and a notice says so', () => {
  assert.deepEqual(points({}), [
    'flooding synchronous  sampled',
    'flooding asynchronous uniform sampled',
    'flooding asynchronous constant sampled',
    'bfs-sync synchronous  sampled',
  ])
  assert.deepEqual(gridOf(defineExperiment(definition)).leftOut, [
    'bfs-sync runs in rounds only; its asynchronous cells are left out',
  ])
  assert.deepEqual(gridOf(defineExperiment({ ...definition, algorithms: ['flooding'] })).leftOut, [])
})

test('what is left out changes no other cell, and the manifest alone gives the same grid', () => {
  const experiment = defineExperiment({ ...definition, worstCases: { searched: { sizes: [4] } } })
  const cells = allCells(experiment)
  const alone = allCells(
    defineExperiment({ ...definition, algorithms: ['flooding'], worstCases: { searched: { sizes: [4] } } }),
  )
  assert.deepEqual(
    cells.filter(({ algorithm }) => algorithm === 'flooding'),
    alone,
  )
  const manifest = JSON.parse(
    JSON.stringify(describeExperiment(experiment, { codeHash: '', data: {}, command: '' })),
  )
  assert.deepEqual(allCells({ ...manifest.experiment, algorithms: manifest.algorithms }), cells)
})

test('worst cases leave out who runs in rounds only, and who is excepted', () => {
  const worstCases = { searched: { sizes: [4] }, exact: { sizes: [3] } }
  const worst = (except?: string[]) =>
    points({ algorithms: ['flooding', 'echo', 'bfs-sync'], worstCases: { ...worstCases, except } }).filter(
      (point) => !point.endsWith('sampled'),
    )
  const of = (name: string, evidence: string) => `${name} asynchronous  ${evidence}`
  assert.deepEqual(worst(), [
    of('flooding', 'searched'),
    of('echo', 'searched'),
    of('flooding', 'exact'),
    of('echo', 'exact'),
  ])
  assert.deepEqual(worst(['echo']), [of('flooding', 'searched'), of('flooding', 'exact')])
})

test('what would leave an algorithm without any cell, or worst cases without an algorithm, is refused', () => {
  const refused: readonly (readonly [Partial<ExperimentDefinition>, RegExp])[] = [
    [
      { timings: ['asynchronous'] },
      /^bfs-sync runs in rounds only; list synchronous in timings, on the command line --timing synchronous$/,
    ],
    [
      { worstCases: { exact: { sizes: [3] }, except: ['flooding', 'bfs-sync'] } },
      /worstCases\.except: no algorithm is left/,
    ],
    [
      { worstCases: { exact: { sizes: [3] }, except: ['floding'] } },
      /worstCases\.except\[0\]: unknown algorithm “floding”; did you mean flooding\?/,
    ],
  ]
  for (const [given, message] of refused)
    assert.throws(
      () => points(given),
      (error) => error instanceof InputError && message.test(error.message),
    )
})
