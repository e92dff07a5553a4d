import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import { rowColumns } from '../../../experiments/cell/row.ts'
import { parseRuns, parseVerdicts } from '../../../reports/index.ts'
import { verdictsCsv } from '../../helpers/report-on.ts'
import { makeClaim, makeRow } from '../../helpers/samples.ts'

const csv = (lines: readonly Readonly<Record<string, unknown>>[], extra: readonly string[] = []) =>
  stringify(lines.slice(), { header: true, columns: [...rowColumns, 'detail', ...extra] })

test('what was written is what is read: text, numbers, empty fields, own columns', () => {
  const row = makeRow({
    delay: null,
    messages_claim: 17,
    messages_verdict: 'held',
    topology: 'file:a, "b".txt',
  })
  const own = { messages_M: 17, depth: null, label: '007', is_tree: 'true' }
  const { extra: _, ...fixed } = row
  const read = parseRuns(csv([{ ...fixed, ...own }], Object.keys(own)), 'runs.csv')
  assert.deepEqual(read, [{ ...row, extra: { messages_M: 17, depth: null, label: '007', is_tree: true } }])
})

test('what rows say of claims is read as it was written, each with its row', () => {
  const [bound, mean] = [
    makeClaim({ kind: 'at most', formula: '2n' }),
    makeClaim({ kind: 'expected', formula: 'n' }),
  ]
  const rows = [
    makeRow({
      messages: 33,
      also: [
        [bound, 32, 'violated'],
        [mean, null, 'not checked'],
      ],
    }),
    makeRow(),
    makeRow({ messages: 16, also: [[bound, 32, 'held']] }),
  ].map((row) => ({
    ...row,
    verdicts: row.verdicts.map((one) =>
      one.bound === null ? { ...one, reason: 'n is, “so to say”, "big"' } : one,
    ),
  }))
  const text = verdictsCsv(rows)
  // By hand: two lines about row 1, none about row 2, one about row 3; what is not known is empty.
  assert.equal(
    text,
    'row,algorithm,claim,measure,bound,measured,verdict,reason\n' +
      '1,flooding,messages/at most/2n,messages,32,33,violated,\n' +
      '1,flooding,messages/expected/n,messages,,33,not checked,"n is, “so to say”, ""big"""\n' +
      '3,flooding,messages/at most/2n,messages,32,16,held,\n',
  )
  const read = parseVerdicts(text, 'verdicts.csv')
  assert.deepEqual(
    rows.map((_, i) => read.get(i + 1) ?? []),
    rows.map(({ verdicts }) => verdicts),
  )
})
