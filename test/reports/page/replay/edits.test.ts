import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Edit,
  linkText,
  readLink,
  withEdit,
  withoutEdit,
} from '../../../../reports/page/replay/edits.ts'
import fc from '../../../helpers/property.ts'

const edits: fc.Arbitrary<Edit[]> = fc.uniqueArray(
  fc.record({
    from: fc.nat(1e6),
    to: fc.nat(1e6),
    nth: fc.integer({ min: 1, max: 1e6 }),
    delay: fc.double({ min: 1e-300, max: 1, noNaN: true }),
  }),
  { selector: ({ from, to, nth }) => `${from} ${to} ${nth}`, maxLength: 5 },
)

test('a link holds the run and every edit to the last digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), edits, (row, edits) =>
      assert.deepEqual(readLink(linkText({ row, edits })), {
        row,
        edits: edits.map((edit) => ({ ...edit })),
      }),
    ),
  )
})

test('a link reads as one would write it by hand', () => {
  const edits = [
    { from: 0, to: 1, nth: 1, delay: 0.9 },
    { from: 3, to: 2, nth: 2, delay: 1 },
  ]
  assert.equal(linkText({ row: 17, edits }), '#run=17&delays=0-1-1:0.9,3-2-2:1')
  assert.deepEqual(readLink('run=17&delays=0-1-1:.9,3-2-2:1'), { row: 17, edits })
  assert.deepEqual(readLink('#run=17'), { row: 17, edits: [] })
})

test('what is no link is none, and of bad edits nothing is taken', () => {
  for (const text of ['', '#', '#claims', '#run=', '#run=0', '#run=x', '#run=1&walk=2', '#run=1e9'])
    assert.equal(readLink(text), null)
  for (const delays of [
    '0-1-1:0',
    '0-1-1:1.5',
    '0-1-0:0.5',
    '0-1:0.5',
    '-1-1-1:0.5',
    '0-1-1:NaN',
    '%',
    '<b>',
  ])
    assert.deepEqual(readLink(`#run=3&delays=${delays}`), { row: 3, edits: [] })
  fc.assert(fc.property(fc.string(), (text) => void readLink(`#run=1&delays=${text}`)))
})

test('a message has one edit at most, and an edit that is taken away is gone', () => {
  const one = { from: 0, to: 1, nth: 1, delay: 0.5 }
  const other = { from: 1, to: 0, nth: 1, delay: 0.25 }
  const both = withEdit(withEdit([], one), other)
  assert.deepEqual(both, [one, other])
  assert.deepEqual(withEdit(both, { ...one, delay: 1 }), [{ ...one, delay: 1 }, other])
  assert.deepEqual(withoutEdit(both, one), [other])
})
