import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page from disk, and all that it should not do: errors, words on the console, dialogs, requests. */
interface OpenPage {
  readonly page: Page
  readonly complaints: readonly string[]
}

export async function openPage(
  browser: Browser,
  folder: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  await page.route('**', (route) => {
    const url = route.request().url()
    if (/^(file|data|blob):/.test(url)) return route.continue()
    complaints.push(url)
    return route.abort()
  })
  await page.goto(pathToFileURL(join(folder, 'report.html')).href + (options.hash ?? ''))
  return { page, complaints }
}

/** A mark that stands for one run: its middle in the pixels of the window, and the number of its row. */
export async function someMark(
  page: Page,
): Promise<{ readonly x: number; readonly y: number; readonly row: number }> {
  return await page.evaluate(`(() => {
    const unpack = (p) => Array.isArray(p) ? p : p.index ? p.index.map((i) => p.of[i])
      : p.runs.flatMap((count, i) => (i % 2 === 0 ? [] : Array(count).fill(p.of[p.runs[i - 1]])))
    const data = JSON.parse(document.getElementById('admissible-data').textContent)
    const [name, targets] = Object.entries(data.charts).find(([, { group }]) => unpack(group).includes(0))
    const i = unpack(targets.group).lastIndexOf(0)
    const svg = document.querySelector('figure[id="' + name + '"] svg')
    svg.scrollIntoView({ block: 'center' })
    const { left, top, width } = svg.getBoundingClientRect()
    const scale = width / targets.width
    return {
      x: left + unpack(targets.x)[i] * scale,
      y: top + unpack(targets.y)[i] * scale,
      row: unpack(data.columns.row)[unpack(targets.row)[i]],
    }
  })()`)
}
