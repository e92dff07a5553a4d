import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { comparisonsCsv } from '../../reports/csv/comparisons-csv.ts'
import { writeFigures } from '../../reports/figures/write-figures.ts'
import { comparisons, summaryCsv } from '../../reports/index.ts'
import { latexFiles } from '../../reports/latex/files.ts'
import { markdownTables } from '../../reports/markdown/tables.ts'
import { paperTables } from '../../reports/tables/index.ts'
import { captioned } from '../helpers/captioned.ts'
import { hostileResults } from '../helpers/hostile.ts'
import { textsIn } from '../helpers/pdf-text.ts'
import { hostile, reportOn, scratch } from '../helpers/report-on.ts'

after(() => rmSync(scratch, { recursive: true, force: true }))

/** The texts for papers and blogs, by the names of their files. */
const textsOf = (label: string) => {
  const results = hostileResults(label)
  const tables = paperTables(results)
  return new Map([
    ...latexFiles(results, [captioned(label)], tables),
    ['tables.md', markdownTables(results, tables)],
  ])
}

const labels = [
  '<script>alert("1")</script>',
  '\\input{/etc/passwd}',
  'a, "b"\nc',
  '=cmd()',
  "it's | `x` % # _ ~ ^ $ é –",
]

test('whatever a user calls things is one field of every table, character by character', () => {
  for (const label of labels) {
    const results = hostileResults(label)
    const summary = parse(summaryCsv(results), { columns: true }) as Record<string, string>[]
    assert.equal(summary.length, results.groups.length)
    assert.deepEqual(
      [summary[0]!.algorithm, summary[0]!.topology, summary[0]!.wakeup, summary[0]!.delay],
      [label, `file:${label}`, label, label],
    )
    const all = comparisons(results)
    const lines = parse(comparisonsCsv(all), { columns: true }) as Record<string, string>[]
    assert.equal(lines.length, all.length)
    assert.deepEqual([lines[0]!.algorithm, lines[0]!.other], [label, `${label}2`])
  }
})

test('whatever a user calls things stays text, in SVG, PDF, specification and table', async () => {
  const files: Record<string, string | Buffer> = {}
  await writeFigures(hostileResults(hostile), { dpi: 72, themes: ['paper'] }, (name, content) => {
    files[name] = content
  })
  const of = (kind: string) => Object.entries(files).filter(([name]) => name.endsWith(kind))
  for (const [name, svg] of of('.svg')) {
    assert.doesNotMatch(String(svg), /<script/i, name)
    // Without a title, a figure about one algorithm on one network has no such text in it.
    if (!name.includes('paper')) assert.match(String(svg), /&lt;script&gt;/, name)
  }
  const pdfs = of('against-n.pdf').flatMap(([, pdf]) => textsIn(pdf as Buffer))
  assert.ok(
    pdfs.some((text) => text.includes('<script>alert(1)</script>')),
    String(pdfs),
  )
  const [[, table]] = of('.csv') as [[string, string]]
  const records = parse(table, { columns: true }) as Record<string, string>[]
  assert.ok(records.length > 0 && records.every(({ algorithm }) => algorithm!.startsWith(hostile)))
})

test('whatever a user calls things stays text in the charts and the page of a report', async () => {
  const folder = await reportOn('hostile', hostileResults(hostile))
  for (const file of readdirSync(join(folder, 'charts')).filter((name) => name.endsWith('.svg')))
    assert.doesNotMatch(readFileSync(join(folder, 'charts', file), 'utf8'), /<script/i, file)
  const page = readFileSync(join(folder, 'report.html'), 'utf8')
  // Scripts end at the first end tag, so that what is left is what a browser takes for markup.
  const scripts = /<script[^>]*>[\s\S]*?<\/script>/g
  assert.equal(page.match(scripts)?.length, 3, 'what the page knows, the engine, what the reader can do')
  assert.doesNotMatch(page.replace(scripts, ''), /<\/?script/i)
  assert.match(page, /&lt;script&gt;alert\(1\)/)
})

test('control characters are shown as their codes in the charts', async () => {
  const files: Record<string, string | Buffer> = {}
  const label = 'a\u0000\u001b[31m\u0007\ufffe\u2028\u202eb'
  await writeFigures(hostileResults(label), { dpi: 72 }, (name, content) => {
    files[name] = content
  })
  const svgs = Object.entries(files).filter(([name]) => name.endsWith('.svg'))
  assert.ok(svgs.length > 0)
  for (const [name, svg] of svgs) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    assert.doesNotMatch(String(svg), /[\0-\x08\x0b-\x1f\u2028\u202e\ufffe]/, name)
    assert.match(String(svg), /a\\u0000\\u001b\[31m\\u0007\\ufffe\\u2028\\u202eb/, name)
  }
})

/** What has a meaning to TeX, and what no font has. */
const signs = ['% # _ ~ ^ $ { } [x] *', 'Ω ≤ ₂ ² é – 中 | ` \n']

test('no label is a command, a comment or a tag in any file', () => {
  for (const label of [hostile, ...labels, ...signs])
    for (const [name, text] of textsOf(label)) {
      assert.doesNotMatch(text, /<script/i, name)
      if (name.endsWith('.tex')) assert.doesNotMatch(text, /\\input/, name)
    }
})
