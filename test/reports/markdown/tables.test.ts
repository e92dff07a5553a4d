import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownText } from '../../../reports/markdown/escape.ts'
import { markdownTables } from '../../../reports/markdown/tables.ts'
import { paperTables } from '../../../reports/tables/index.ts'
import { hostileResults } from '../../helpers/hostile.ts'
import fc from '../../helpers/property.ts'
import { ringElection, worstCaseSweep } from '../../helpers/samples.ts'

test('what has a meaning to Markdown is shown as it is', () => {
  for (const [text, wanted] of [
    ['<script>alert("1")</script>', '&lt;script&gt;alert("1")&lt;/script&gt;'],
    ['a | b', 'a \\| b'],
    ['`x` *y* _z_ [l](u) $m$ ~s~', '\\`x\\` \\*y\\* \\_z\\_ \\[l\\](u) \\$m\\$ \\~s\\~'],
    ['two\nlines', 'two lines'],
    ['&lt;', '&amp;lt;'],
    ['\\input{x}', '\\\\input\\{x\\}'],
    ['1. one', '1\\. one'],
  ] as const)
    assert.equal(markdownText(text), wanted)
})

/** What is shown of a text, by the rules of CommonMark for escapes and entities. */
const shown = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])|&(lt|gt|amp);/g, (_, escaped, entity) =>
    entity === undefined ? escaped : { lt: '<', gt: '>', amp: '&' }[entity as 'lt'],
  )

test('every text is shown as it was given, in one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = markdownText(text)
      assert.doesNotMatch(written, /\n|(?<!\\)(\\\\)*[|`<]/)
      const plain = (value: string) => value.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, ' ')
      assert.equal(shown(written), plain(text))
    }),
  )
})

test('every line of every table has as many cells as its head', () => {
  for (const results of [
    ringElection({ sizes: [16, 64, 256] }),
    worstCaseSweep(),
    hostileResults('<script> | `x`\n# y'),
  ]) {
    const text = markdownTables(results, paperTables(results))
    assert.doesNotMatch(text, /<script/)
    let width = 0
    for (const line of text.split('\n')) {
      if (!line.startsWith('|')) width = 0
      else {
        const cells = line.split(/(?<!\\)\|/).length
        assert.ok(width === 0 || cells === width, line)
        width = cells
      }
    }
  }
})
