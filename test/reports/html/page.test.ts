import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Row } from '../../../experiments/cell/row.ts'
import { readFile } from '../../../experiments/index.ts'
import { replayCommand } from '../../../experiments/reproduction/replay-command.ts'
import { type DrawnChart, drawChart } from '../../../reports/figures/on-page.ts'
import { pageScript } from '../../../reports/html/bundle.ts'
import { reportPage } from '../../../reports/html/page.ts'
import { makeCharts } from '../../../reports/index.ts'
import { travelScript } from '../../../reports/page/index.ts'
import { defaultTheme } from '../../../reports/themes/index.ts'
import { hostileResults, reportOn, scratch } from '../../helpers/report-on.ts'
import { ringElection, treeSweep } from '../../helpers/samples.ts'

after(() => rmSync(scratch, { recursive: true, force: true }))

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

test('the page of 10,000 rows has less than two million bytes, and the same ones each time', async () => {
  // Three algorithms on four families at eleven sizes: 132 groups of 76 runs.
  const results = treeSweep({ replicates: 76 })
  assert.equal(results.rows.length, 10_032)
  const drawn: DrawnChart[] = []
  for (const chart of makeCharts(results))
    drawn.push({ chart, drawing: await drawChart(chart, defaultTheme) })
  const scripts = [await travelScript(results.manifest, readFile), await pageScript()]
  const command = (row: Row) => replayCommand(row, null)
  const page = reportPage(results, drawn, { replayCommand: command, scripts })
  assert.ok(Buffer.byteLength(page) < 2_000_000, `${Buffer.byteLength(page)} bytes`)
  assert.equal(reportPage(results, drawn, { replayCommand: command, scripts }), page)
})
