import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { startBrowser } from '../browser.ts'
import { hostileResults, reportOn, scratch } from '../folder.ts'
import { ringElection } from '../samples.ts'

after(() => rmSync(scratch, { recursive: true, force: true }))

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
