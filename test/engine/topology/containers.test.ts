import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChannelSet } from '../../../engine/topology/channel-set.ts'
import { Partition } from '../../../engine/topology/partition.ts'
import fc from '../../helpers/property.ts'

const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 60 })

test('a set of channels behaves like a set of unordered pairs', () => {
  const operations = fc.array(fc.record({ remove: fc.boolean(), u: fc.nat(9), v: fc.nat(9) }), {
    maxLength: 200,
  })
  fc.assert(
    fc.property(operations, (list) => {
      const set = new ChannelSet(list.length)
      const model = new Set<string>()
      for (const { remove, u, v } of list) {
        const key = `${Math.min(u, v)}-${Math.max(u, v)}`
        assert.equal(set.has(u, v), model.has(key))
        if (remove) set.delete(u, v)
        else assert.equal(set.add(v, u), !model.has(key))
        if (remove) model.delete(key)
        else model.add(key)
      }
    }),
  )
})

test('a partition has the classes that repeated merging of sets gives', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const partition = new Partition(20)
      let sets = Array.from({ length: 20 }, (_, i) => [i])
      for (const [i, j] of list) {
        const [a, b] = [i, j].map((k) => sets.find((set) => set.includes(k))!) as [number[], number[]]
        assert.equal(partition.unite(i, j), a !== b)
        if (a !== b) sets = [...sets.filter((set) => set !== a && set !== b), [...a, ...b]]
      }
      const expected = sets.map((set) => set.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
      const { members, starts } = partition.classes()
      assert.equal(partition.count, expected.length)
      const classes = expected.map((_, k) => [...members.subarray(starts[k]!, starts[k + 1]!)])
      assert.deepEqual(classes, expected)
      for (const set of expected) assert.equal(partition.size(set[0]!), set.length)
    }),
  )
})
