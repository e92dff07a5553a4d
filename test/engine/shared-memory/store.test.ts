import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigurationStore, hashOfRow, withCell } from '../../../engine/shared-memory/explore/store.ts'
import fc from '../../helpers/property.ts'

test('rows of one hash that differ in one cell, the last too, are different', () => {
  const store = new ConfigurationStore(3)
  const rows = [
    [1, 2, 3],
    [0, 2, 3],
    [1, 0, 3],
    [1, 2, 0],
  ].map((cells) => Uint16Array.from(cells))
  assert.deepEqual(
    rows.map((row) => store.add(row, 7)),
    [0, 1, 2, 3],
  )
  assert.deepEqual(
    rows.map((row) => store.add(row, 7)),
    [0, 1, 2, 3],
  )
})

test('a store is a list without repetitions, however long', () => {
  // Few different cells, so that rows are often the same, and enough rows for the table to grow.
  const few = fc.array(fc.tuple(fc.nat(90), fc.nat(90), fc.constantFrom(0, 65535)), { maxLength: 500 })
  fc.assert(
    fc.property(few, (list) => {
      const store = new ConfigurationStore(3)
      const known = new Map<string, number>()
      for (const cells of list) {
        const row = Uint16Array.from(cells)
        const text = cells.join()
        if (!known.has(text)) known.set(text, known.size)
        assert.equal(store.add(row, hashOfRow(row)), known.get(text))
        const copy = new Uint16Array(3)
        store.load(known.get(text)!, copy)
        assert.deepEqual(copy, row)
      }
      assert.equal(store.count, known.size)
    }),
  )
})

test('more than 65,536 rows are found again', () => {
  const store = new ConfigurationStore(2)
  const row = new Uint16Array(2)
  for (const round of [0, 1])
    for (let i = 0; i < 100_000; i++) {
      row[0] = i & 0xffff
      row[1] = i >> 16
      if (store.add(row, hashOfRow(row)) !== i) assert.fail(`row ${i} in round ${round}`)
    }
  assert.equal(store.count, 100_000)
})

test('the hash of a row changes with a cell as the hashes of cells say', () => {
  const row = Uint16Array.from([5, 6, 7])
  const hash = withCell(row, hashOfRow(row), 1, 9)
  assert.deepEqual([...row], [5, 9, 7])
  assert.equal(hash >>> 0, hashOfRow(row))
})
