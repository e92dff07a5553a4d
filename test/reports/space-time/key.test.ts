import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textWidth } from '../../../reports/fonts/text-width.ts'
import { html } from '../../../reports/markup.ts'
import { keyRows } from '../../../reports/space-time/key.ts'
import { defaultTheme } from '../../../reports/themes/index.ts'
import fc from '../../helpers/property.ts'

const entry = (text: string) => ({ text, breadth: 26, mark: () => html`` })

/** Between the margins of 18 pixels: marks of 26, then 7, then the text; 22 between entries. */
const widthOf = (row: readonly { readonly text: string }[]): number =>
  2 * 18 +
  22 * (row.length - 1) +
  row.reduce((sum, { text }) => sum + 26 + 7 + textWidth(text, defaultTheme.sizes.legend), 0)

test('a key keeps its order in rows that fit, and a row ends only where the next entry would not', () => {
  const words = fc.array(fc.stringMatching(/^[a-z ]{1,30}$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, fc.integer({ min: 100, max: 1500 }), (texts, width) => {
      const rows = keyRows(texts.map(entry), width)
      assert.deepEqual(
        rows.flat().map(({ text }) => text),
        texts,
      )
      for (const [i, row] of rows.entries()) {
        assert.ok(row.length === 1 || widthOf(row) <= width)
        const next = rows[i + 1]
        if (next !== undefined) assert.ok(widthOf([...row, next[0]!]) > width)
      }
    }),
  )
})
