import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { globSync } from './files.ts'
import { measuredSlow, slowestFirst } from './slow.ts'

const files = globSync('test', '.test.ts')
const slow = JSON.parse(readFileSync('test/slow.json', 'utf8')) as Record<string, number>
const rooms = ['engine', 'algorithms', 'experiments', 'reports', 'cli']

/** Tests that are about no single source: about how all of it is built, ways to fail, what things of a kind share. */
const ofTheirOwn = ['architecture', 'contributing', 'failures', 'laws']

test('every test file stands where what it is about stands', () => {
  for (const file of files) {
    const place = relative('test', dirname(file))
    const name = basename(file, '.test.ts')
    if (place === '' || ofTheirOwn.includes(place)) continue
    if (place === 'docs') assert.ok(existsSync(join('docs', `${name}.md`)), file)
    else if (place.includes('/')) assert.ok(existsSync(place), `${file}: there is no folder ${place}`)
    else assert.ok(existsSync(join(place, `${name}.ts`)), `${file}: there is no ${place}/${name}.ts`)
  }
})

test('the tests that are not slow reach every room, and what is said to be slow is there', () => {
  for (const file of Object.keys(slow)) assert.ok(files.includes(file), `test/slow.json names ${file}`)
  for (const room of rooms) {
    const fast = files.filter((file) => file.startsWith(`test/${room}/`) && slow[file] === undefined)
    assert.ok(fast.length > 0, `every test of ${room} is slow`)
  }
})

test('slow files are run first, the slowest before the others, and recorded with their seconds', () => {
  const seconds = { a: 0.7, b: 2.6, c: 30.2, d: 2.9 }
  assert.deepEqual(JSON.parse(measuredSlow(seconds)), { c: 30, b: 3, d: 3 })
  assert.deepEqual(slowestFirst(['a', 'b', 'c', 'd'], { c: 30, b: 3, d: 4 }), ['c', 'd', 'b', 'a'])
})

test('every property test draws from the stated seed', () => {
  for (const file of globSync('test', '.ts').filter((name) => name !== 'test/helpers/property.ts'))
    assert.doesNotMatch(readFileSync(file, 'utf8'), /^import .* from 'fast-check'/m, file)
})
