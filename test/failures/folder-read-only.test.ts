import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'
import { smallDisk } from '../helpers/small-disk.ts'

const words =
  'sweep --algorithm flooding --topology ring --n 8,16 --replicates 150 --no-report --workers 2'.split(' ')

test('a folder that is read-only is one line, before anything runs, and resumes when it is not', async (t) => {
  const disk = smallDisk(t, '4m')
  if (disk === null) return
  const { folder, remount } = disk
  remount('ro')
  const { code, stderr } = await admissibleHere([...words, '--out', 'disk/out'], folder)
  assert.equal(code, 2)
  assert.match(stderr, /^admissible: cannot write to the results folder .*: the file system is read-only\n$/)
  remount('rw')
  assert.equal((await admissibleHere([...words, '--out', 'disk/out', '--resume'], folder)).code, 0)
})
