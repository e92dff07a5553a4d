import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hostileResults, reportOn, scratch } from '../folder.ts'
import { ringElection } from '../samples.ts'

after(() => rmSync(scratch, { recursive: true, force: true }))

test('whatever a user calls things stays text in the page', async () => {
  const page = readFileSync(join(await reportOn('hostile', hostileResults()), 'report.html'), 'utf8')
  // Scripts end at the first end tag, so that what is left is what a browser takes for markup.
  const scripts = /<script[^>]*>[\s\S]*?<\/script>/g
  assert.equal(page.match(scripts)?.length, 3, 'what the page knows, the engine, what the reader can do')
  assert.doesNotMatch(page.replace(scripts, ''), /<\/?script/i)
  assert.match(page, /&lt;script&gt;alert\(1\)/)
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
