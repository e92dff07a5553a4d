import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dfsTreeNoRoot, flooding, lcr } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  type Choosable,
  ComputedInstance,
  connectedGraphs,
  countVariations,
  explore,
  Streams,
  variations,
} from '../../../../engine/index.ts'
import { permutations } from '../../../../engine/worst-case/instances/permutations.ts'
import fc from '../../../helpers/property.ts'

const problemOn = (topology: string, n: number, values?: number[]): ComputedInstance => {
  const stream = new Streams(7).stream('topology')
  const graph = buildTopology(topology, { n, stream, readFile: () => '' })
  return new ComputedInstance(graph, { values: values ?? new Array(n).fill(0) })
}

const all = (algorithm: unknown, problem: ComputedInstance, choose: readonly Choosable[]) => [
  ...variations(algorithm as AnyAlgorithm, problem, new Set<string>(choose)),
]

test('there are n! permutations, all different, ascending first', () => {
  for (const [n, count] of [1, 1, 2, 6, 24, 120].entries()) {
    const orders = [...permutations(Array.from({ length: n }, (_, i) => i))].map(String)
    assert.equal(new Set(orders).size, count)
    assert.equal(orders.length, count)
    assert.equal(orders[0], Array.from({ length: n }, (_, i) => i).join())
  }
})

test('where nothing is chosen, the instance is the one that is given', () => {
  const problem = problemOn('ring', 5)
  const [only, ...others] = all(lcr, problem, ['schedule'])
  assert.deepEqual(
    [only!.network, only!.ids, only!.root, others.length],
    [problem.network, problem.ids, 0, 0],
  )
})

test('on a ring, one order of identifiers stands for its n rotations', () => {
  const orders = all(lcr, problemOn('ring', 5), ['schedule', 'ids']).map(({ ids }) => Array.from(ids))
  // (5 − 1)! = 24, each with the smallest identifier at processor 0.
  assert.equal(orders.length, 24)
  assert.ok(orders.every(([first]) => first === 0))
  // On a path no processor stands for another.
  assert.equal(all(dfsTreeNoRoot, problemOn('path', 4), ['schedule', 'ids']).length, 24)
})

test('any root of a ring stands for all, unless input values tell processors apart', () => {
  const silent = {
    ...flooding,
    initially: ({ isRoot }: { isRoot: boolean }) => ({ isRoot, value: 0, informed: false }),
  }
  assert.equal(all(silent, problemOn('ring', 5), ['schedule', 'root']).length, 1)
  assert.equal(all(flooding, problemOn('ring', 5, [0, 1, 2, 3, 4]), ['schedule', 'root']).length, 5)
  assert.equal(all(silent, problemOn('path', 5), ['schedule', 'root']).length, 5)
})

test('channels are numbered in every way: the product of the factorials of the degrees', () => {
  // A star of four: the centre has 3! orders, each leaf one. A path of four: two processors with 2! each.
  assert.equal(all(lcr, problemOn('star', 4), ['schedule', 'ports']).length, 6)
  const paths = all(lcr, problemOn('path', 4), ['schedule', 'ports'])
  const numberings = paths.map(({ network }) => [1, 2].map((p) => network.neighbor(p, 0)).join())
  assert.deepEqual(numberings.sort(), ['0,1', '0,3', '2,1', '2,3'])
})

test('a rotated order of identifiers costs the same: what a symmetry leaves out loses nothing', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (ids, by) => {
        const { network } = problemOn('ring', 4)
        const costs = (order: number[]) => {
          const { messages, time } = explore(
            lcr as AnyAlgorithm,
            new ComputedInstance(network, { ids: order }),
          )
          return [messages.min, messages.max, time!.max]
        }
        assert.deepEqual(costs([...ids.slice(by), ...ids.slice(0, by)]), costs(ids))
      },
    ),
    { numRuns: 20 },
  )
})

test('there are 1, 1, 2, 6, 21 and 112 connected graphs of one to six processors', () => {
  // Sequence A001349 of the On-Line Encyclopedia of Integer Sequences.
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map((n) => connectedGraphs(n).length),
    [1, 1, 2, 6, 21, 112],
  )
})

test('where all is varied, every instance stands for as many as there are symmetries', () => {
  // Three processors, all joined: 3! identifiers, 2!^3 channel numbers and 3 roots, over 3! symmetries.
  const needsAll = { ...lcr, requires: { identifiers: true, root: true } } as unknown as AnyAlgorithm
  const everything = new Set(['ids', 'root', 'ports'])
  const problem = problemOn('complete', 3)
  assert.equal(countVariations(needsAll, problem, everything), 6 * 2 ** 3 * 3)
  assert.equal(all(needsAll, problem, ['ids', 'root', 'ports']).length, 2 ** 3 * 3)
})

test('if only the root wakes by itself, so does every other root', () => {
  const never = Number.POSITIVE_INFINITY
  const { network, values } = problemOn('path', 3)
  const problem = new ComputedInstance(network, { values, wakeTimes: [0, never, never] })
  assert.deepEqual(
    all(flooding, problem, ['root']).map(({ root, wakeTimes }) => [root, Array.from(wakeTimes)]),
    [0, 1, 2].map((root) => [root, [0, 1, 2].map((p) => (p === root ? 0 : never))]),
  )
})
