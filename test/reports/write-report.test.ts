import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Results, writeReport } from '../../reports/index.ts'
import { around, reportOn, scratch } from '../helpers/report-on.ts'
import { ringElection } from '../helpers/samples.ts'

after(() => rmSync(scratch, { recursive: true, force: true }))

const results = ringElection({ sizes: [16, 32, 64], replicates: 6 })
const folder = await reportOn('whole', results)

/** Results whose report has one chart, which is drawn soon. */
function withOneChart(): Results {
  const { manifest, ...rest } = ringElection({ sizes: [16, 32], replicates: 2 })
  const experiment = { ...manifest.experiment, charts: ['messages-against-n'] }
  return { ...rest, manifest: { ...manifest, experiment } }
}

test('a report writes summary.csv, growth.csv, five files for each chart and report.html, and leaves no drafts', () => {
  assert.deepEqual(readdirSync(folder).sort(), [
    'charts',
    'comparisons.csv',
    'files.json',
    'growth.csv',
    'latex',
    'manifest.json',
    'report.html',
    'runs.csv',
    'summary.csv',
    'tables.md',
    'verdicts.csv',
  ])
  const charts = readdirSync(join(folder, 'charts'))
  const names = new Set(charts.map((file) => file.replace(/\.(svg|png|pdf|vl\.json|csv)$/, '')))
  assert.ok(names.has('messages-against-n') && names.has('time-against-n') && names.has('messages-ratio'))
  assert.equal(charts.length, 5 * names.size)
})

test('a report removes the charts of an earlier one, and nothing else', async () => {
  const folder = await reportOn('stale', withOneChart())
  const before = readdirSync(join(folder, 'charts'))
  for (const name of ['notes.txt', 'figure.pdf', 'figure.vl.json'])
    writeFileSync(join(folder, 'charts', name), '')
  await writeReport(folder, { ...around(folder), charts: ['against-n:measure=time'] })
  assert.ok(existsSync(join(folder, 'charts/time-against-n.svg')))
  await writeReport(folder, around(folder))
  assert.deepEqual(
    readdirSync(join(folder, 'charts')).sort(),
    [...before, 'figure.pdf', 'figure.vl.json', 'notes.txt'].sort(),
  )
})

test('a theme has a folder of its own, which is drawn again until it is removed', async () => {
  const folder = await reportOn('themes', withOneChart())
  const charts = () => readdirSync(join(folder, 'charts'))
  const names = charts().flatMap((file) => (file.endsWith('.vl.json') ? [file.replace('.vl.json', '')] : []))
  await writeReport(folder, { ...around(folder), themes: ['paper', 'blog'], dpi: 72 })
  assert.deepEqual(
    readdirSync(join(folder, 'charts/paper')).sort(),
    names.flatMap((name) => ['pdf', 'png', 'svg'].map((kind) => `${name}.${kind}`)).sort(),
  )
  assert.deepEqual(
    charts().filter((file) => !file.includes('.')),
    ['paper'],
  )
  writeFileSync(join(folder, 'charts/paper', `${names[0]}.png`), readFileSync(join(folder, 'runs.csv')))
  await writeReport(folder, around(folder))
  // At 72 dots per inch, as before: the density stands in the chunk pHYs, in dots per metre.
  const png = readFileSync(join(folder, 'charts/paper', `${names[0]}.png`))
  assert.equal(png.readUInt32BE(png.indexOf('pHYs') + 4), Math.round(72 / 0.0254))
  rmSync(join(folder, 'charts/paper'), { recursive: true })
  await writeReport(folder, around(folder))
  assert.ok(!charts().includes('paper'))
})

test('figures of another theme stay when other charts are drawn, and without it too', async () => {
  const folder = await reportOn('kept', withOneChart())
  await writeReport(folder, { ...around(folder), themes: ['paper'], dpi: 72 })
  const paper = join(folder, 'charts/paper/messages-against-n.pdf')
  const before = readFileSync(paper)
  await writeReport(folder, { ...around(folder), charts: ['against-n:measure=time'] })
  // How figures were asked for is forgotten with its note.
  rmSync(join(folder, 'charts/options.json'))
  await writeReport(folder, { ...around(folder), charts: ['against-n:measure=time'] })
  assert.ok(readFileSync(paper).equals(before))
  assert.ok(!existsSync(join(folder, 'charts/messages-against-n.pdf')))
})

test('short.html has the question, the answer and one figure, and is written again where it was', async () => {
  const folder = await reportOn('short', withOneChart())
  const short = join(folder, 'short.html')
  await writeReport(folder, { ...around(folder), short: true })
  const page = readFileSync(short, 'utf8')
  assert.match(page, /Does every run keep to its theorem\?/)
  assert.match(page, /All 24 runs kept their claims\./)
  assert.equal(page.match(/<figure /g)?.length, 1)
  assert.doesNotMatch(page, /<script/)
  writeFileSync(short, page)
  await writeReport(folder, around(folder))
  assert.equal(readFileSync(short, 'utf8'), page)
})

test('the same results give the same bytes of every file', async () => {
  const again = await reportOn('again', results)
  for (const file of [
    'growth.csv',
    'summary.csv',
    'report.html',
    ...readdirSync(join(folder, 'charts')).map((f) => `charts/${f}`),
  ])
    assert.ok(readFileSync(join(again, file)).equals(readFileSync(join(folder, file))), file)
})
