import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()
const isPosix = process.platform !== 'win32'
const run = async (line: string) => await admissibleHere(line.split(' '), folder)

/** Makes a pipe in the folder; nobody writes to it and nobody reads it. */
const pipe = (name: string): unknown => spawnSync('mkfifo', [join(folder, name)])

const reading = [
  'convert @',
  'simulate flooding --n 3 --topology file:@',
  'simulate flooding --n 3 --topology ring --delay sampled:@',
  'simulate flooding --n 3 --topology ring --delay matrix:@',
  'verify @',
  'replay @',
  'draw @',
]

test('a pipe or a device in the place of a file is refused in one line', { skip: !isPosix }, async () => {
  pipe('in')
  for (const [path, kind] of [
    ['in', 'a pipe'],
    ['/dev/zero', 'a device'],
  ])
    for (const line of reading) {
      const { code, stdout, stderr } = await run(line.replace('@', path!))
      assert.equal(code, 2, line)
      assert.equal(
        `${stdout}${stderr}`,
        `admissible: cannot read “${path}”: it is ${kind}, not a plain file\n`,
      )
    }
})

test('a pipe in the place of a module or of results is refused in one line', { skip: !isPosix }, async () => {
  pipe('mine.mjs')
  mkdirSync(join(folder, 'results'))
  pipe('results/runs.jsonl')
  for (const [line, message] of [
    ['run ./mine.mjs', 'cannot read ./mine.mjs: it is a pipe, not a plain file'],
    ['status results', 'cannot read results/runs.jsonl: it is a pipe, not a plain file'],
    ['merge results', 'cannot read results/runs.jsonl: it is a pipe, not a plain file'],
  ]) {
    const { code, stderr } = await run(line!)
    assert.deepEqual([code, stderr], [2, `admissible: ${message}\n`])
  }
})

const recording = 'simulate flooding --n 3 --topology ring --record'

test('a record is written to where a link leads, and the link stays', { skip: !isPosix }, async () => {
  writeFileSync(join(folder, 'real'), 'older')
  symlinkSync('real', join(folder, 'link'))
  symlinkSync('none', join(folder, 'dangling'))
  for (const [link, target] of [
    ['link', 'real'],
    ['dangling', 'none'],
  ]) {
    assert.equal((await run(`${recording} ${link}`)).code, 0)
    assert.ok(lstatSync(join(folder, link!)).isSymbolicLink())
    assert.match(readFileSync(join(folder, target!), 'utf8'), /^\{"format":"admissible-execution/)
  }
})

test('a record to a pipe that nobody reads is refused, and the pipe stays', { skip: !isPosix }, async () => {
  pipe('out')
  const { code, stderr } = await run(`${recording} out`)
  assert.deepEqual(
    [code, stderr],
    [2, 'admissible: cannot write “out”: nobody reads what is written there\n'],
  )
  assert.ok(statSync(join(folder, 'out')).isFIFO())
  assert.ok(!existsSync(join(folder, 'out.draft')))
})

test('a record to a full device ends in one line, and the device stays', async (t) => {
  // Of our own: with a fault, the administrator of a system would lose the one in /dev.
  if (spawnSync('mknod', [join(folder, 'full'), 'c', '1', '7']).status !== 0)
    return t.skip('only the administrator can make a device')
  const { code, stderr } = await run(`${recording} full`)
  assert.deepEqual([code, stderr], [2, 'admissible: cannot write “full”: no space is left on the device\n'])
  assert.ok(statSync(join(folder, 'full')).isCharacterDevice())
})
