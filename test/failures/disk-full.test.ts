import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissible } from '../helpers/admissible.ts'

/** A small disk in memory that can be made full, read-only or larger; null, with a word in the output, if it cannot be. */
function smallDisk(
  t: TestContext,
  size: string,
): { readonly folder: string; remount(options: string): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'admissible-'))
  const disk = join(folder, 'disk')
  let mounted = false
  t.after(() => {
    if (mounted) execFileSync('umount', ['-l', disk])
    rmSync(folder, { recursive: true })
  })
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' })
    mounted = true
  } catch {
    t.skip('a small disk can only be mounted by the administrator of a Linux system')
    return null
  }
  return {
    folder,
    remount: (options) => execFileSync('mount', ['-o', `remount,${options}`, disk], { stdio: 'ignore' }),
  }
}

const words =
  'sweep --algorithm flooding --topology ring --n 8,16 --replicates 150 --no-report --workers 2'.split(' ')

test('a full disk ends a sweep with one line; it resumes once there is room', (t) => {
  // 300 rows of about 700 bytes are 210 kilobytes, and as much again for the tables.
  const disk = smallDisk(t, '120k')
  if (disk === null) return
  const { folder, remount } = disk
  assert.equal(admissible([...words, '--out', 'whole'], folder).code, 0)

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
  const rest = admissible([...words, '--out', 'disk/out', '--resume'], folder)
  assert.equal(rest.code, 0, rest.stderr)
  for (const name of ['runs.csv', 'runs.jsonl'])
    assert.equal(linesOf(folder, 'disk/out', name), linesOf(folder, 'whole', name))
})

test('a folder that is read-only is one line, before anything runs, and resumes when it is not', (t) => {
  const disk = smallDisk(t, '4m')
  if (disk === null) return
  const { folder, remount } = disk
  remount('ro')
  const { code, stderr } = admissible([...words, '--out', 'disk/out'], folder)
  assert.equal(code, 2)
  assert.match(stderr, /^admissible: cannot write to the results folder .*: the file system is read-only\n$/)
  remount('rw')
  assert.equal(admissible([...words, '--out', 'disk/out', '--resume'], folder).code, 0)
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
