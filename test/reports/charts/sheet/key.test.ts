import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Key, keyRows } from '../../../../reports/charts/sheet/key.ts'
import { textWidth } from '../../../../reports/fonts/text-width.ts'
import { themes } from '../../../../reports/themes/index.ts'
import fc from '../../../helpers/property.ts'

const look = themes.paper
const entry = fc.record({
  text: fc
    .array(fc.constantFrom('n', 'Ring', '≤', 'log₂', 'Sinclair'), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' ')),
  colour: fc.constant('#000000'),
  shape: fc.constant('circle'),
})
const key = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
const rest = { colour: '#000000', shape: 'circle' } as const

test('a key loses no word, keeps within its width, and no entry begins before the one at its left has ended', () => {
  fc.assert(
    fc.property(key, fc.integer({ min: 80, max: 500 }), (groups, width) => {
      const rows = keyRows(groups, width, look)
      const words = (texts: readonly string[]) => texts.flatMap((text) => text.split(' '))
      assert.deepEqual(
        words(rows.flat().map(({ text }) => text)),
        words(groups.flat().map(({ text }) => text)),
      )
      for (const row of rows) {
        let end = 0
        for (const { x, text } of row) {
          assert.ok(x >= end)
          end = x + textWidth(text, look.sizes.legend)
        }
        assert.ok(end <= width, `${end} of ${width}`)
      }
    }),
  )
})

test('a key stands in one row where it fits; otherwise what belongs together keeps a row of its own', () => {
  const groups: Key = [
    [
      { text: 'One', ...rest },
      { text: '≤ n', colour: '#000000', dash: [1, 2] },
    ],
    [
      { text: 'Two', ...rest },
      { text: '≤ 2n', colour: '#000000', dash: [3, 2] },
    ],
  ]
  const texts = (width: number) => keyRows(groups, width, look).map((row) => row.map(({ text }) => text))
  assert.deepEqual(texts(500), [['One', '≤ n', 'Two', '≤ 2n']])
  assert.deepEqual(texts(120), [
    ['One', '≤ n'],
    ['Two', '≤ 2n'],
  ])
})
