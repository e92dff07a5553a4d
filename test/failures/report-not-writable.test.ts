import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, admissibleHere, scratch } from '../helpers/admissible.ts'
import { smallDisk } from '../helpers/small-disk.ts'

const sweep = (out: string) =>
  `sweep --algorithm flooding --topology ring --n 8,16 --replicates 2 --no-report --workers 1 --out ${out}`.split(
    ' ',
  )

test('a report into a folder that is read-only is one line', async (t) => {
  const disk = smallDisk(t, '4m')
  if (disk === null) return
  const { folder, remount } = disk
  assert.equal((await admissibleHere(sweep('disk/out'), folder)).code, 0)
  remount('ro')
  for (const words of ['report disk/out', 'report disk/out --format parquet']) {
    const { code, stdout, stderr } = await admissibleHere(words.split(' '), folder)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.equal(
      stderr,
      'admissible: cannot write to the results folder disk/out: the file system is read-only\n',
    )
  }
})

test('a report whose files cannot be written is one line, and leaves no drafts', async (t) => {
  const folder = scratch(t)
  assert.equal((await admissibleHere(sweep('out'), folder)).code, 0)
  // A file where folders are needed: not even an administrator can write below it.
  for (const name of ['charts', 'latex']) {
    writeFileSync(join(folder, 'out', name), 'mine')
    const { code, stderr } = admissible(['report', 'out', '--chart', 'against-n'], folder)
    assert.equal(code, 2, stderr)
    assert.match(stderr, /^admissible: cannot write to the results folder out: .*\n$/)
    assert.ok(!readdirSync(join(folder, 'out')).some((file) => file.endsWith('.draft')))
    rmSync(join(folder, 'out', name))
  }
  assert.equal(admissible(['report', 'out', '--chart', 'against-n'], folder).code, 0)
  assert.ok(!existsSync(join(folder, 'out/previous-1')))
})

test('the tables of an unfinished sweep that cannot be written are one line', async (t) => {
  const disk = smallDisk(t, '4m')
  if (disk === null) return
  const { folder, remount } = disk
  assert.equal((await admissibleHere(sweep('disk/out'), folder)).code, 0)
  rmSync(join(folder, 'disk/out/manifest.json'))
  remount('ro')
  const { code, stderr } = await admissibleHere(['report', 'disk/out'], folder)
  assert.equal(code, 2)
  assert.match(
    stderr,
    /^admissible: cannot write to the results folder disk\/out: the file system is read-only\n$/,
  )
})
