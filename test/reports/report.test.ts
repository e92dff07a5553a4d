import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import { flatRow, rowColumns } from '../../experiments/row.ts'
import { analyse, type Results, writeReport } from '../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range, ringElection, theorems } from './samples.ts'

const scratch = mkdtempSync(join(tmpdir(), 'report-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

const replayCommand = ({ algorithm, n, seed }: { algorithm: string; n: number; seed: number }) =>
  `simulate ${algorithm} --n ${n} --seed ${seed}`

/** Writes results as a sweep does, and the report on them; returns the folder. */
async function reportOn(name: string, { rows, manifest }: Results): Promise<string> {
  const folder = mkdtempSync(join(scratch, name))
  const records = rows.map(flatRow)
  const own = rows.flatMap(({ extra }) => Object.keys(extra))
  writeFileSync(
    join(folder, 'runs.csv'),
    stringify(records, { header: true, columns: [...rowColumns, 'detail', ...new Set(own)] }),
  )
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeReport(folder, { replayCommand })
  return folder
}

const hostile = '<script>alert(1)</script>"\'&'

/** Every text that a user can choose is hostile. */
function hostileResults(): Results {
  const claim = makeClaim({ formula: 'n', when: hostile, where: { x: hostile }, source: hostile })
  const rows = [16, 32, 64].flatMap((n) =>
    range(3).map((replicate) =>
      makeRow({
        algorithm: hostile,
        topology: `file:${hostile}`,
        inputs: `ids=${hostile}`,
        wakeup: hostile,
        delay: hostile,
        n,
        replicate,
        messages: n + replicate,
        messages_claim: n,
        messages_verdict: replicate === 0 ? 'held' : 'violated',
        detail: hostile,
        extra: theorems(claim),
      }),
    ),
  )
  const algorithm = { ...makeAlgorithm(hostile, hostile, [claim]), summary: hostile, source: hostile }
  const manifest = makeManifest(rows, [algorithm])
  const experiment = { ...manifest.experiment, name: hostile, title: hostile, question: hostile }
  return analyse(rows, { ...manifest, experiment, command: hostile })
}

test('a report writes summary.csv, three files for each chart and report.html, and leaves no drafts', async () => {
  const folder = await reportOn('files', ringElection({ sizes: [16, 32, 64], replicates: 6 }))
  assert.deepEqual(readdirSync(folder).sort(), [
    'charts',
    'manifest.json',
    'report.html',
    'runs.csv',
    'summary.csv',
  ])
  const charts = readdirSync(join(folder, 'charts'))
  const names = new Set(charts.map((file) => file.replace(/\.(svg|png|vl\.json)$/, '')))
  assert.ok(names.has('messages-against-n') && names.has('time-against-n') && names.has('messages-ratio'))
  assert.equal(charts.length, 3 * names.size)
})

test('a report removes the charts of an earlier one, and nothing else', async () => {
  const folder = await reportOn('stale', ringElection({ sizes: [16, 32], replicates: 2 }))
  const before = readdirSync(join(folder, 'charts'))
  for (const name of ['old.svg', 'old.png', 'old.vl.json', 'notes.txt', 'figure.pdf'])
    writeFileSync(join(folder, 'charts', name), '')
  await writeReport(folder, { replayCommand })
  assert.deepEqual(readdirSync(join(folder, 'charts')).sort(), [...before, 'figure.pdf', 'notes.txt'].sort())
})

test('the same results give the same bytes of every file', async () => {
  const results = ringElection({ sizes: [16, 32, 64], replicates: 6 })
  const [one, two] = [await reportOn('one', results), await reportOn('two', results)]
  for (const file of [
    'summary.csv',
    'report.html',
    ...readdirSync(join(one!, 'charts')).map((f) => `charts/${f}`),
  ])
    assert.ok(readFileSync(join(one!, file)).equals(readFileSync(join(two!, file))), file)
})

test('whatever a user calls things stays text, in the page and in the charts', async () => {
  const folder = await reportOn('hostile', hostileResults())
  const page = readFileSync(join(folder, 'report.html'), 'utf8')
  assert.doesNotMatch(page, /<script/i)
  assert.match(page, /&lt;script&gt;alert\(1\)/)
  for (const file of readdirSync(join(folder, 'charts')).filter((name) => name.endsWith('.svg')))
    assert.doesNotMatch(readFileSync(join(folder, 'charts', file), 'utf8'), /<script/i, file)
})

test('a page tells of violations, their command, and the command of every group', async () => {
  const folder = await reportOn('violated', hostileResults())
  const page = readFileSync(join(folder, 'report.html'), 'utf8')
  assert.match(page, /violated in 6 of 9 runs/)
  assert.match(page.replace(/<\/?span>/g, ''), /--n 16 --seed 1/)
})

test('identifiers in the drawings of one page are all different', async () => {
  const page = readFileSync(
    join(await reportOn('ids', ringElection({ sizes: [16, 32, 64], replicates: 6 })), 'report.html'),
    'utf8',
  )
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
  assert.deepEqual(ids, [...new Set(ids)])
  for (const [, target] of page.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.includes(target!), target)
})

test('the report opens from disk in a browser without an error and without a network', async (t) => {
  const browser = await startBrowser()
  if (typeof browser === 'string') return t.skip(`no browser can start here: ${browser}`)
  try {
    for (const results of [ringElection({ sizes: [16, 32, 64], replicates: 6 }), hostileResults()]) {
      const folder = await reportOn('browser', results)
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('dialog', (dialog) => {
        complaints.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) complaints.push(request.url())
      })
      await page.goto(pathToFileURL(join(folder, 'report.html')).href)
      const fonts = await page.evaluate(
        '(async () => { await document.fonts.ready; return [...document.fonts].map((font) => font.status) })()',
      )
      assert.deepEqual(complaints, [])
      assert.ok(
        (fonts as string[]).every((status) => status !== 'error'),
        String(fonts),
      )
      const charts = await page.locator('figure svg[role=img][aria-label]').count()
      assert.equal(charts, await page.locator('figure').count())
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return undefined
})

/** A headless browser, or the reason why there is none. */
async function startBrowser() {
  try {
    const { chromium } = await import('playwright-core')
    const { default: binary } = await import('@sparticuz/chromium')
    return await chromium.launch({
      executablePath: await binary.executablePath(),
      // In a single process, closing one page would end the browser.
      args: binary.args.filter((arg) => arg !== '--single-process'),
      headless: true,
    })
  } catch (error) {
    return (error as Error).message.split('\n')[0]!
  }
}
