import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineExperiment } from '../../../experiments/definition/define.ts'
import { type ExperimentDefinition, gridOf } from '../../../experiments/index.ts'
import { describeExperiment } from '../../../experiments/store/build-manifest.ts'
import { allCells } from '../../helpers/all-cells.ts'

const definition: ExperimentDefinition = {
  name: 'trial',
  question: 'Which points?',
  algorithms: ['dfs-tree-no-root'],
  topologies: ['gnp:degree=2..8'],
  sizes: [16, 32],
  wakeups: ['random:k=1..n x4'],
  replicates: 1,
  seed: 1,
}

const points = (given: Partial<ExperimentDefinition> = {}) =>
  allCells(defineExperiment({ ...definition, ...given })).map(
    ({ topology, n, wakeup }) => `${topology.slice(4)} ${n} ${wakeup.slice(7)}`,
  )

test('a range without n stands for its values in the definition; one with n has as many as each size allows', () => {
  const { topologies, wakeups } = defineExperiment(definition)
  assert.deepEqual(topologies, ['gnp:degree=2', 'gnp:degree=4', 'gnp:degree=8'])
  assert.deepEqual(wakeups, ['random:k=1..n x4'])
  // k = 1, 4, 16 at both sizes, since 64 exceeds 32.
  const of = (degree: number, n: number) => [1, 4, 16].map((k) => `degree=${degree} ${n} k=${k}`)
  assert.deepEqual(
    points(),
    [2, 4, 8].flatMap((degree) => [16, 32].flatMap((n) => of(degree, n))),
  )
})

test('where leaves out the points that do not satisfy all constraints, and a notice counts them', () => {
  const where = ['wakeup_k < n/4 & topology_degree != 4', 'n > 16']
  assert.deepEqual(points({ where }), [
    // At n = 32, k below 8: 1 and 4.
    ...[2, 8].flatMap((degree) => [1, 4].map((k) => `degree=${degree} 32 k=${k}`)),
  ])
  const { leftOut } = gridOf(defineExperiment({ ...definition, where }))
  assert.deepEqual(leftOut, [
    `14 of 18 points of the grid are left out: those where ${where.join(' and ')} does not hold`,
  ])
})

test('a constraint is not about points that lack what it names, and it compares dimensions with their values', () => {
  const topologies = ['ring', 'gnp:degree=2', 'gnp:degree=4']
  const at16 = { topologies, sizes: [16], wakeups: ['random:k=1'] }
  const networks = (where: string[]) => points({ ...at16, where }).map((point) => point.split(' ')[0])
  assert.deepEqual(networks(['topology_degree > 2']), ['', 'degree=4'])
  assert.deepEqual(networks(['topology = ring']), [''])
  assert.deepEqual(networks(['topology != gnp:degree=2']), ['', 'degree=4'])
  assert.deepEqual(networks(['2 <= topology_degree <= 3']), ['', 'degree=2'])
})

test('zipped lists go together, and all else is crossed with them', () => {
  const given = {
    topologies: ['gnp:degree=2', 'gnp:degree=8'],
    wakeups: ['random:k=1', 'random:k=2'],
    zip: [['topology', 'wakeup']],
  }
  assert.deepEqual(points(given), [
    'degree=2 16 k=1',
    'degree=2 32 k=1',
    'degree=8 16 k=2',
    'degree=8 32 k=2',
  ])
  assert.deepEqual(points({ ...given, zip: [['topology', 'wakeup', 'n']] }), [
    'degree=2 16 k=1',
    'degree=8 32 k=2',
  ])
})

test('in rounds, which have no delays, what is zipped with them is crossed', () => {
  const cells = allCells(
    defineExperiment({
      ...definition,
      algorithms: ['flooding'],
      timings: ['synchronous', 'asynchronous'],
      topologies: ['ring', 'path'],
      wakeups: ['all'],
      sizes: [16],
      delays: ['constant', 'uniform'],
      zip: [['topology', 'delay']],
    }),
  )
  assert.deepEqual(
    cells.map(({ timing, topology, delay }) => `${timing[0]} ${topology} ${delay}`),
    ['s ring null', 's path null', 'a ring constant', 'a path uniform'],
  )
})

/** The rules for weights of the points, with their sizes. */
const weighted = (given: Partial<ExperimentDefinition>) =>
  allCells(
    defineExperiment({
      ...definition,
      ...{ algorithms: ['ghs-mst'], topologies: ['ring', 'grid'], wakeups: ['all'], ...given },
    }),
  ).map(({ topology, n, weights }) => `${topology} ${n} ${weights}`)

test('rules for weights have ranges and formulas, go together with others, and constraints are about them', () => {
  const each = (topology: string) => [
    ...[4, 8, 16].map((max) => `${topology} 16 uniform:max=${max}`),
    ...[4, 8, 16, 32].map((max) => `${topology} 32 uniform:max=${max}`),
  ]
  assert.deepEqual(weighted({ weights: ['uniform:max=4..n'] }), [...each('ring'), ...each('grid')])
  assert.deepEqual(weighted({ weights: ['uniform:max=4..8'], zip: [['topology', 'weights']] }), [
    'ring 16 uniform:max=4',
    'ring 32 uniform:max=4',
    'grid 16 uniform:max=8',
    'grid 32 uniform:max=8',
  ])
  // A formula stays as it is typed, and a constraint is about its value.
  assert.deepEqual(
    weighted({
      weights: ['uniform:max=n^2', 'distinct'],
      where: ['weights_max > 256', 'weights != distinct'],
    }),
    ['ring 32 uniform:max=n^2', 'grid 32 uniform:max=n^2'],
  )
})

test('where channels have no weights, no constraint is about any', () => {
  assert.deepEqual(weighted({ where: ['weights = distinct'], sizes: [16] }), [
    'ring 16 undefined',
    'grid 16 undefined',
  ])
})

test('what is left out changes no other cell, and the manifest alone gives the same grid', () => {
  const experiment = defineExperiment({ ...definition, where: ['wakeup_k < n/4'] })
  const cells = allCells(experiment)
  const all = new Set(allCells(defineExperiment(definition)).map((cell) => JSON.stringify(cell)))
  for (const cell of cells) assert.ok(all.has(JSON.stringify(cell)))
  const { experiment: data, algorithms } = describeExperiment(experiment, {
    codeHash: '',
    data: {},
    command: '',
  })
  assert.deepEqual(allCells({ ...JSON.parse(JSON.stringify(data)), algorithms }), cells)
})

const refused: readonly (readonly [Partial<ExperimentDefinition>, RegExp])[] = [
  [
    { where: ['topology_degre < 8'] },
    /^where\[0\]: constraint “topology_degre < 8”: nothing here is called topology_degre; did you mean topology_degree\?$/,
  ],
  [{ where: ['n > 4', 'wakeup_k'] }, /^where\[1\]: constraint “wakeup_k” compares nothing; write such as/],
  [{ where: ['inputs_ids < 4'] }, /inputs_ids is no number; it can be compared with = and != alone$/],
  [{ where: ['n > 99'] }, /^where: no point of the grid satisfies n > 99$/],
  [{ where: ['wakeup_k < 2ln('] }, /formula “2ln\(”/],
  [{ zip: [['topology', 'wakup']] }, /zip\[0\]: there is no dimension “wakup”; did you mean wakeup\?$/],
  [
    { zip: [['topology', 'n']] },
    /zip\[0\]: lists that go together are equally long, but topology has 3, n has 2$/,
  ],
  [{ zip: [['topology', 'wakeup']] }, /zip\[0\]: random:k=1\.\.n x4 has another number of values at each n/],
  [{ zip: [['topology']] }, /zip\[0\]: one dimension alone/],
  [
    { topologies: ['file:net.gml'] },
    /random:k=1\.\.n x4: the range depends on n, which file:net\.gml says only when it is read$/,
  ],
  [
    { weights: ['uniform:max=n-99'] },
    /weights uniform: max=n-99 is -83 at n = 16, which is too small; it must be at least 0$/,
  ],
  [
    { weights: ['uniform:max=4..n'], zip: [['n', 'weights']] },
    /zip\[0\]: uniform:max=4\.\.n has another number of values at each n; write the values one by one$/,
  ],
  [{ zip: [['n', 'weights']] }, /zip\[0\]: .* but n has 2, weights has 0$/],
  [{ topologies: ['gnp:p=n/4'] }, /p=n\/4 is 4 at n = 16, which is too large/],
]

for (const [given, message] of refused)
  test(`a grid that cannot be is refused in one line: ${message.source.slice(0, 50)}`, () => {
    const make = () => gridOf(defineExperiment({ ...definition, ...given }))
    assert.throws(make, (error: Error) => {
      assert.equal(error.name, 'InputError')
      assert.doesNotMatch(error.message, /\n/)
      assert.match(error.message.replace('experiment trial: ', ''), message)
      return true
    })
  })
