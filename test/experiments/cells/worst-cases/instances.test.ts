import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dfsTreeNoRoot, flooding, lcr } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  type Choosable,
  explore,
  Problem,
  Streams,
} from '../../../../engine/index.ts'
import { instancesOf, permutations } from '../../../../experiments/cells/worst-cases/instances.ts'

const problemOn = (topology: string, n: number, values?: number[]): Problem => {
  const stream = new Streams(7).stream('topology')
  const graph = buildTopology(topology, { n, stream, readFile: () => '' })
  return new Problem(graph, { values: values ?? new Array(n).fill(0) })
}

const all = (algorithm: unknown, problem: Problem, choose: readonly Choosable[]) => [
  ...instancesOf(algorithm as AnyAlgorithm, problem, choose),
]

test('there are n! permutations, all different, ascending first', () => {
  for (const [n, count] of [1, 1, 2, 6, 24, 120].entries()) {
    const orders = [...permutations(n)].map(String)
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
  // (5 − 1)! = 24, each with the largest identifier at processor 0.
  assert.equal(orders.length, 24)
  assert.ok(orders.every(([first]) => first === 4))
  // On a path no processor stands for another.
  assert.equal(all(dfsTreeNoRoot, problemOn('path', 4), ['schedule', 'ids']).length, 24)
})

test('any root of a ring stands for all, unless input values tell processors apart', () => {
  const silent = {
    ...flooding,
    initially: ({ isRoot }: { isRoot: boolean }) => ({ isRoot, value: 0, informed: false }),
  }
  assert.equal(all(silent, problemOn('ring', 5), ['schedule', 'root']).length, 1)
  assert.equal(all(flooding, problemOn('ring', 5), ['schedule', 'root']).length, 5)
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
          const { messages, time } = explore(lcr as AnyAlgorithm, new Problem(network, { ids: order }))
          return [messages.min, messages.max, time!.max]
        }
        assert.deepEqual(costs([...ids.slice(by), ...ids.slice(0, by)]), costs(ids))
      },
    ),
    { numRuns: 20 },
  )
})
