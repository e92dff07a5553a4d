import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineExperiment } from '../../../experiments/definition/define.ts'
import { cellsOf } from '../../../experiments/grid/cells.ts'
import { allCells } from '../../helpers/all-cells.ts'

const definition = {
  name: 'trial',
  question: 'In which order?',
  algorithms: ['flooding', 'spanning-tree-flood'],
  timings: ['synchronous', 'asynchronous'],
  topologies: ['ring', 'ring:oriented=no'],
  sizes: [16, 8],
  delays: ['uniform', 'constant'],
  replicates: 2,
  seed: 1,
} as const

test('the grid is that of nested loops, the last the fastest, and synchronous points have no delay', () => {
  const cells = allCells(defineExperiment(definition)).map((cell) =>
    [cell.algorithm, cell.timing[0], cell.topology, cell.n, cell.delay, cell.replicate].join(' '),
  )
  const expected = ['flooding', 'spanning-tree-flood'].flatMap((algorithm) =>
    ['s', 'a'].flatMap((timing) =>
      ['ring', 'ring:oriented=no'].flatMap((topology) =>
        [16, 8].flatMap((n) =>
          (timing === 's' ? [''] : ['uniform', 'constant']).flatMap((delay) =>
            [0, 1].map((replicate) => [algorithm, timing, topology, n, delay, replicate].join(' ')),
          ),
        ),
      ),
    ),
  )
  assert.deepEqual(cells, expected)
})

test('worst cases stand after the sampled cells, once for each point, and change none of them', () => {
  const worstCases = { exact: { sizes: [3, 4] }, searched: { sizes: [8] } }
  const cells = allCells(defineExperiment({ ...definition, worstCases }))
  const sampled = allCells(defineExperiment(definition))
  assert.deepEqual(cells.slice(0, sampled.length), sampled)
  // Neither the timings nor the delays nor the replicates multiply them: the adversary chooses when messages arrive.
  const points = (evidence: string, sizes: readonly number[]) =>
    ['flooding', 'spanning-tree-flood'].flatMap((algorithm) =>
      ['ring', 'ring:oriented=no'].flatMap((topology) =>
        sizes.map((n) => [evidence, algorithm, 'asynchronous', topology, n, '', 0].join(' ')),
      ),
    )
  assert.deepEqual(
    cells
      .slice(sampled.length)
      .map(({ evidence, algorithm, timing, topology, n, delay, replicate }) =>
        [evidence, algorithm, timing, topology, n, delay, replicate].join(' '),
      ),
    [...points('searched', [8]), ...points('exact', [3, 4])],
  )
})

test('a worst case of the size of a sampled cell is on the instance of that cell', () => {
  const cells = allCells(defineExperiment({ ...definition, worstCases: { exact: { sizes: [8] } } }))
  for (const { topology, seed } of cells.filter(({ evidence }) => evidence === 'exact'))
    assert.ok(
      cells.some(
        (cell) => !cell.evidence && cell.topology === topology && cell.n === 8 && cell.seed === seed,
      ),
    )
})

test('cells share a seed if and only if they share topology, n and replicate', () => {
  const instances = new Map<number, string>()
  for (const { topology, n, replicate, seed } of allCells(defineExperiment(definition))) {
    const instance = `${topology} ${n} ${replicate}`
    assert.equal(instances.get(seed) ?? instance, instance)
    instances.set(seed, instance)
  }
  assert.equal(instances.size, 2 * 2 * 2)
})

test('another size, algorithm or replicate changes no other cell', () => {
  const cells = allCells(defineExperiment(definition))
  const larger = {
    ...definition,
    algorithms: ['dfs-tree-root', ...definition.algorithms],
    sizes: [4, ...definition.sizes],
    replicates: 3,
  }
  const all = new Set(allCells(defineExperiment(larger)).map((cell) => JSON.stringify(cell)))
  for (const cell of cells) assert.ok(all.has(JSON.stringify(cell)))
})

test('points part the cells of a grid, and replicates of a point differ in replicate and seed alone', () => {
  const worstCases = { searched: { sizes: [4], runs: 5 }, exact: { sizes: [3] }, replicates: 2 }
  const cells = cellsOf(defineExperiment({ ...definition, worstCases }))
  let next = 0
  for (const [number, { index, cell, replicates }] of [...cells.points()].entries()) {
    assert.equal(index, next)
    next += replicates
    for (let i = index; i < next; i++) {
      const { replicate, seed } = cells.at(i)!
      assert.equal(cells.pointOf(i), number)
      assert.deepEqual(cells.at(i), { ...cell, replicate: i - index, seed })
      assert.equal(replicate, i - index)
      assert.equal(cells.sizes()[i], cell.n)
    }
  }
  assert.equal(next, cells.length)
  for (const index of [-1, cells.length, 0.5, Number.NaN]) assert.equal(cells.at(index), undefined)
})
