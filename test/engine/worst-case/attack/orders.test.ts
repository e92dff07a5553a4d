import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, Streams, storedGraph } from '../../../../engine/index.ts'
import {
  crossedOrder,
  inverse,
  naturalOrders,
  variedOrder,
} from '../../../../engine/worst-case/attack/orders.ts'
import { portsBy, portsGene } from '../../../../engine/worst-case/attack/ports-gene.ts'
import fc from '../../../helpers/property.ts'

const size = fc.integer({ min: 1, max: 12 })
const seed = fc.integer({ min: 0, max: 10_000 })
const streamOf = (seed: number) => new Streams(seed).stream('test')
const sorted = (order: Iterable<number>) => [...order].sort((a, b) => a - b)
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)

test('a varied or crossed order is an order, and the ones it is made of stay as they are', () => {
  fc.assert(
    fc.property(size, seed, (n, seed) => {
      const random = streamOf(seed)
      const [a, b] = [random.permutation(n), random.permutation(n)]
      const [keptA, keptB] = [[...a], [...b]]
      assert.deepEqual(sorted(variedOrder(a, random)), upTo(n))
      assert.deepEqual(sorted(crossedOrder(a, b, random)), upTo(n))
      assert.deepEqual([[...a], [...b]], [keptA, keptB])
    }),
  )
})

test('small variations reach every order', () => {
  const random = streamOf(1)
  const seen = new Set<string>()
  let order = random.permutation(4)
  for (let i = 0; i < 1000; i++) {
    order = variedOrder(order, random)
    seen.add(order.join())
  }
  assert.equal(seen.size, 24)
})

test('natural orders are orders, and the inverse gives each processor its rank', () => {
  const graph = storedGraph(buildTopology('star', { n: 6, stream: streamOf(0), readFile: () => '' }))
  for (const order of naturalOrders(graph, streamOf(1))) {
    assert.deepEqual(sorted(order), upTo(6))
    inverse(order).forEach((rank, processor) => {
      assert.equal(order[rank], processor)
    })
  }
})

test('varied and crossed ports number the channels of each processor from 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 9 }), seed, (n, seed) => {
      const random = streamOf(seed)
      const graph = storedGraph(buildTopology('gnp:degree=2', { n, stream: random, readFile: () => '' }))
      const space = { graph, turns: 0 }
      const given = portsBy(graph, () => 0)
      const sampled = portsGene.sampled(space, random)
      const changed = portsGene.varied(sampled, space, random, { sentOver: Uint32Array.of(1), order: [] })
      for (const ports of [given, sampled, changed, portsGene.crossed(given, changed, space, random)])
        for (let p = 0; p < n; p++) {
          const first = graph.firstSlot(p)
          assert.deepEqual(sorted(ports.subarray(first, first + graph.degree(p))), upTo(graph.degree(p)))
        }
    }),
  )
})
