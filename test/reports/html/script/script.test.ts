import assert from 'node:assert/strict'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import axe from 'axe-core'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { analyse } from '../../../../reports/index.ts'
import { startBrowser } from '../../../helpers/browser.ts'
import { hostile, hostileResults, reportOn, scratch } from '../../../helpers/report-on.ts'
import { range, ringElection, treeSweep } from '../../../helpers/samples.ts'
import { cellWith } from '../../../helpers/travel-cells.ts'
import { manifestOf, sweepRow } from '../../../helpers/travel-page.ts'
import { openPage, someMark } from './open-page.ts'

const results = ringElection({ sizes: [16, 32, 64], replicates: 6 })
let browser: Browser | string
let ring: string
let hostiles: string
before(async () => {
  browser = await startBrowser()
  ring = await reportOn('ring', results)
  hostiles = await reportOn('hostile', hostileResults())
})
after(async () => {
  if (typeof browser !== 'string') await browser.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** A test that needs a browser. */
function inBrowser(name: string, run: (browser: Browser) => Promise<void>): void {
  test(name, async (t) => {
    if (typeof browser === 'string') return t.skip(`no browser can start here: ${browser}`)
    await run(browser)
    return undefined
  })
}

inBrowser('the report opens from disk without an error, a request or a dialog', async (browser) => {
  for (const folder of [ring, hostiles]) {
    const { page, complaints } = await openPage(browser, folder)
    const fonts = (await page.evaluate(
      '(async () => { await document.fonts.ready; return [...document.fonts].map((font) => font.status) })()',
    )) as string[]
    assert.ok(
      fonts.every((status) => status !== 'error'),
      String(fonts),
    )
    const figures = await page.locator('figure').count()
    assert.equal(await page.locator('figure svg[role=img][aria-label]').count(), figures)
    assert.deepEqual(complaints, [])
    await page.context().close()
  }
})

inBrowser(
  'pointing at a mark shows its run, and a click opens it with the command that runs it again',
  async (browser) => {
    const { page, complaints } = await openPage(browser, ring)
    const { x, y, row: number } = await someMark(page)
    const row = results.rows[number - 1]!
    await page.mouse.move(x, y)
    const card = await page.locator('.card:visible').innerText()
    for (const text of [`n = ${row.n}`, String(row.seed), row.messages!.toLocaleString('en')])
      assert.ok(card.includes(text), `${text} in ${card}`)
    await page.mouse.click(x, y)
    assert.match(
      await page.locator('dialog code').first().innerText(),
      new RegExp(`simulate ${row.algorithm} --n ${row.n} --seed ${row.seed}`),
    )
    assert.match(page.url(), new RegExp(`#run=${number}`))
    assert.deepEqual(complaints, [])
    await page.context().close()
  },
)

inBrowser('what the page runs again is what runs.csv says, to the last digit', async (browser) => {
  const rows = [8, 16].flatMap((n) =>
    range(3).map((replicate) =>
      sweepRow(cellWith({ n, replicate, delay: 'uniform', seed: 10 * n + replicate })),
    ),
  )
  const folder = await reportOn('real', analyse(rows, manifestOf(rows)))
  const [header, ...records] = parse(readFileSync(join(folder, 'runs.csv'), 'utf8')) as string[][]
  const { page, complaints } = await openPage(browser, folder)
  const { x, y, row } = await someMark(page)
  await page.mouse.click(x, y)
  const agrees = async (number: number) => {
    const [messages, time] = ['messages', 'time'].map(
      (column) => records[number - 1]![header!.indexOf(column)],
    )
    await page.locator(`dialog p:text("messages ${messages}, time ${time}, as in runs.csv")`).waitFor()
  }
  await agrees(row)
  for (const number of [1, 6]) {
    await page.evaluate(`location.hash = '#run=${number}'`)
    await page.locator(`dialog :text("row ${number} of runs.csv")`).waitFor()
    await agrees(number)
  }
  assert.deepEqual(complaints, [])
  await page.context().close()
})

inBrowser('the keyboard alone leads to a run and back', async (browser) => {
  const { page } = await openPage(browser, ring)
  const focused = () => page.evaluate('document.activeElement.className') as Promise<string>
  for (let tabs = 0; (await focused()) !== 'plot' && tabs < 40; tabs++) await page.keyboard.press('Tab')
  assert.equal(await focused(), 'plot')
  const texts = new Set<string>()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'End']) {
    await page.keyboard.press(key)
    texts.add(await page.locator('.card:visible').innerText())
  }
  assert.ok(texts.size >= 4, 'each step shows another run')
  const shown = await page.locator('.card:visible').innerText()
  await page.keyboard.press('Enter')
  assert.ok(await page.locator('dialog').isVisible())
  await page.keyboard.press('Escape')
  assert.ok(!(await page.locator('dialog').isVisible()))
  assert.equal(await focused(), 'plot')
  assert.equal(await page.locator('.card:visible').innerText(), shown, 'where the reader was')
  assert.doesNotMatch(page.url(), /#run/)
  await page.context().close()
})

inBrowser('a link opens the run that it names', async (browser) => {
  // A run that the page shows: of those that cost the same in one group, it knows the first.
  const { page } = await openPage(browser, ring, { hash: '#run=43' })
  await page.locator('dialog canvas').first().waitFor()
  assert.match(await page.locator('dialog').innerText(), /row 43 of runs\.csv/)
  await page.context().close()
})

inBrowser(
  'nothing serious stands in the way of those who cannot see the page, light or dark, with a run open',
  async (browser) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await openPage(browser, ring, { colorScheme })
      await page.evaluate(axe.source)
      assert.deepEqual(await barriers(page), [], colorScheme)
      await page.evaluate("location.hash = '#run=1'")
      await page.locator('dialog canvas').first().waitFor()
      assert.deepEqual(await barriers(page), [], `${colorScheme}, with a run open`)
      await page.context().close()
    }
  },
)

/** What axe finds serious or critical, with the elements concerned. */
async function barriers(page: Page): Promise<string[]> {
  return await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 5).map(({ html }) => html.slice(0, 120)).join(' | ')))`)
}

inBrowser('what a user calls things stays text in the card and in the sheet of a run', async (browser) => {
  const { page, complaints } = await openPage(browser, hostiles)
  const { x, y } = await someMark(page)
  await page.mouse.move(x, y)
  assert.ok((await page.locator('.card:visible').innerText()).includes(hostile))
  await page.mouse.click(x, y)
  assert.ok((await page.locator('dialog').innerText()).includes(hostile))
  assert.deepEqual(complaints, [])
  await page.context().close()
})

inBrowser('without its script the page hides nothing but what its headings open', async (browser) => {
  const { page } = await openPage(browser, ring, { javaScriptEnabled: false })
  const summaries = page.locator('summary')
  // By the keyboard alone, one after the other.
  for (let i = 0; i < (await summaries.count()); i++) await summaries.nth(i).press('Enter')
  const elements = 'h1, h2, h3, p, figure svg, table, pre, li, dd'
  assert.equal(await page.locator(`:is(${elements}):visible`).count(), await page.locator(elements).count())
  await page.context().close()
})

inBrowser(
  'the answer, its figure and the claims come first, and a link opens what is folded',
  async (browser) => {
    const { page } = await openPage(browser, ring)
    const height = (await page.evaluate('document.documentElement.scrollHeight')) as number
    assert.ok(height < 6000, `${height} px`)
    assert.equal(await page.locator('figure:visible').count(), 1)
    assert.ok(await page.locator('#claims table').isVisible())
    assert.ok(!(await page.locator('#summary table').isVisible()))
    await page.locator('.contents a[href="#summary"]').click()
    await page.locator('#summary table').waitFor()
    await page.context().close()
  },
)

inBrowser('paper shows all that is folded, with and without the script', async (browser) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openPage(browser, ring, { javaScriptEnabled })
    await page.emulateMedia({ media: 'print' })
    const tables = page.locator('table')
    for (const table of await tables.all()) {
      const box = await table.boundingBox()
      assert.ok(box !== null && box.height > 0)
    }
    await page.context().close()
  }
})

inBrowser('the page of 10,000 rows is less than 8,000 pixels high', async (browser) => {
  // Three algorithms on four families at eleven sizes: 132 groups of 76 runs.
  const folder = await reportOn('large', treeSweep({ replicates: 76 }))
  const { page } = await openPage(browser, folder)
  const height = (await page.evaluate('document.documentElement.scrollHeight')) as number
  assert.ok(height < 8000, `${height} px`)
  assert.ok(statSync(join(folder, 'report.html')).size < 2_000_000)
  await page.context().close()
})

inBrowser('the reader’s colours last for the session', async (browser) => {
  const { page } = await openPage(browser, ring, { colorScheme: 'light' })
  const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
  const light = await paper()
  await page.getByRole('button', { name: 'Dark page' }).click()
  const dark = await paper()
  assert.notEqual(dark, light)
  await page.reload()
  assert.equal(await paper(), dark)
  await page.context().close()
})

inBrowser(
  'a table is sorted by numbers, up and down, and shows the lines that are asked for',
  async (browser) => {
    const { page } = await openPage(browser, ring, { hash: '#summary' })
    const lines = page.locator('#summary tbody tr:visible')
    const column = async () => {
      const heads = await page.locator('#summary thead th').allInnerTexts()
      const at = heads.findIndex((head) => head.startsWith('n'))
      const texts = await lines.evaluateAll((rows, i) => rows.map((row) => row.children[i]!.textContent), at)
      return texts.map((text) => Number(text?.replace(/,/g, '')))
    }
    const sort = page.locator('#summary thead').getByRole('button', { name: 'Sort by n', exact: true })
    await sort.click()
    const up = await column()
    assert.deepEqual(
      up,
      [...up].sort((a, b) => a - b),
    )
    await sort.click()
    assert.deepEqual(await column(), up.toReversed())
    const all = await lines.count()
    if (all < 12) return
    await page.locator('#summary input').fill('lann')
    const some = await lines.count()
    assert.ok(some > 0 && some < all)
    await page.context().close()
  },
)

inBrowser('on a phone the page does not scroll sideways, and every verdict can be seen', async (browser) => {
  const { page } = await openPage(browser, ring, { viewport: { width: 390, height: 844 } })
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  const verdicts = page.locator('#claims tbody td:nth-child(4)')
  assert.equal(await verdicts.count(), 6)
  for (const verdict of await verdicts.all()) {
    assert.ok(await verdict.isVisible())
    const { x, width } = (await verdict.boundingBox())!
    assert.ok(x >= 0 && x + width <= 390, `${x} + ${width}`)
  }
  await page.context().close()
})
