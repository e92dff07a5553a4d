import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** A small disk in memory that can be made full, read-only or larger; null, with a word in the output, if it cannot be. */
export function smallDisk(
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
