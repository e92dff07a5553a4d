/** The page of a run in a headless browser, for the tests of one file. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Row } from '../../experiments/cell/row.ts'
import { startBrowser } from './browser.ts'
import { travelRow } from './travel-page.ts'

let browser: Browser | string
const complaints: string[] = []

/** The page, once the tests run. */
export let page: Page

/** Opens a page before the tests of this file; `address` writes it. */
export function openBefore(address: () => Promise<string>): void {
  before(async () => {
    browser = await startBrowser()
    if (typeof browser === 'string') return
    page = await browser.newPage({ viewport: { width: 1040, height: 1000 } })
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(await address())
  })
  after(async () => {
    if (typeof browser === 'string') return
    // With a page open, the browser takes half a minute to close.
    await page.close()
    await browser.close()
  })
}

/** A test in the page; skipped where there is no browser. The page may not complain on its console. */
export function inPage(name: string, run: () => Promise<void>): void {
  test(name, async (context) => {
    if (typeof browser === 'string') return context.skip(`no browser: ${browser}`)
    await run()
    assert.deepEqual(complaints, [])
    return undefined
  })
}

/** Opens a row as a link has it. What the door is told lands in `globalThis`. */
export async function open(row: Row, link = '#run=1'): Promise<void> {
  await page.evaluate(`(([row, link]) => {
    globalThis.opened?.close()
    globalThis.opened = admissible.open(document.getElementById('place'), row, {
      ...admissible.readLink(link),
      onLink: (text) => { globalThis.link = text },
    })
  })(${JSON.stringify([travelRow(row), link])})`)
  await nextFrame()
}

/** What was done is to be seen with the next frame. */
export const nextFrame = () =>
  page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))')

export const text = async (selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\s+/g, ' ').trim()

/** Presses the first button of a name. */
export async function choose(name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await nextFrame()
}

/** The link that the door was told last. */
export const link = () => page.evaluate<string>('globalThis.link')
