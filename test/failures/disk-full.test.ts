import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible, admissibleHere } from '../helpers/admissible.ts'
import { smallDisk } from '../helpers/small-disk.ts'

const words =
  'sweep --algorithm flooding --topology ring --n 8,16 --replicates 150 --no-report --workers 2'.split(' ')

test('a full disk ends a sweep with one line; it resumes once there is room', async (t) => {
  // 300 rows of about 700 bytes are 210 kilobytes, and as much again for the tables.
  const disk = smallDisk(t, '120k')
  if (disk === null) return
  const { folder, remount } = disk
  assert.equal((await admissibleHere([...words, '--out', 'whole'], folder)).code, 0)

  const full = admissible([...words, '--out', 'disk/out'], folder)
  assert.equal(full.code, 2, full.stderr)
  const [message] = full.stderr.trim().split('\n').slice(-1)
  assert.match(
    message!,
    /^admissible: cannot write to the results folder .*: no space is left on the device; \d+ of 300 /,
  )
  assert.match(message!, / runs are on disk\. To go on: admissible sweep .* --resume$/)
  assert.doesNotMatch(full.stderr, /\n\s+at /)
  // What was finished is whole lines.
  const log = readFileSync(join(folder, 'disk/out/runs.jsonl'), 'utf8')
  assert.ok(log.endsWith('\n') && log.split('\n').length > 2)

  // Room for the log, not for the tables: they are written whole or not at all.
  const { size } = statSync(join(folder, 'whole/runs.jsonl'))
  remount(`size=${Math.ceil(size / 1024) + 24}k`)
  assert.equal(admissible([...words, '--out', 'disk/out', '--resume'], folder).code, 2)
  remount('size=4m')
  const rest = await admissibleHere([...words, '--out', 'disk/out', '--resume'], folder)
  assert.equal(rest.code, 0, rest.stderr)
  for (const name of ['runs.csv', 'runs.jsonl'])
    assert.equal(linesOf(folder, 'disk/out', name), linesOf(folder, 'whole', name))
})

/** A file in an order that does not depend on which worker was quicker, without what differs by clock and folder. */
function linesOf(folder: string, out: string, name: string): string {
  return readFileSync(join(folder, out, name), 'utf8')
    .replace(/"ms":[^}]*/g, '')
    .split('\n')
    .filter((line) => !line.startsWith('{"format"'))
    .sort()
    .join('\n')
}
