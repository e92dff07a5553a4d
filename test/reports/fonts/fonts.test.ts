import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeCharts } from '../../../reports/charts/index.ts'
import { drawChart } from '../../../reports/figures/on-page.ts'
import { standalone } from '../../../reports/figures/svg.ts'
import { textWidth } from '../../../reports/fonts/text-width.ts'
import { themes } from '../../../reports/themes/index.ts'
import { startBrowser } from '../../helpers/browser.ts'
import { ringElection } from '../../helpers/samples.ts'

test('a browser sets the texts of an SVG file in the font that it carries, as wide as they were measured', async (t) => {
  const browser = await startBrowser()
  if (typeof browser === 'string') return t.skip(`no browser: ${browser}`)
  const folder = mkdtempSync(join(tmpdir(), 'admissible-'))
  try {
    const look = themes.blog
    const [chart] = makeCharts(ringElection({ sizes: [16, 32, 64], replicates: 3 }), look)
    const path = join(folder, 'chart.svg')
    writeFileSync(path, standalone(await drawChart(chart!, look)))
    const page = await browser.newPage()
    await page.goto(`file://${path}`)
    await page.evaluate('document.fonts.ready')
    const title = chart!.title
    const width = await page.evaluate(
      `Array.from(document.querySelectorAll('text')).find((text) => text.textContent === ${JSON.stringify(title)}).getComputedTextLength()`,
    )
    const expected = textWidth(title, look.sizes.title, 'semibold')
    assert.ok(Math.abs(Number(width) - expected) < 0.01 * expected, `${width} is not ${expected}`)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
})
