import { lstatSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Makes `latest`, beside a folder of results, lead to it: a link, or a text with its name where links fail. */
export function linkLatest(directory: string): void {
  const link = join(dirname(directory), 'latest')
  const target = basename(directory)
  const draft = `${link}.draft`
  try {
    if (lstatSync(link).isDirectory()) return
  } catch {
    // There is none yet.
  }
  try {
    symlinkSync(target, draft, 'dir')
  } catch {
    writeFileSync(draft, `${target}\n`)
  }
  try {
    renameSync(draft, link)
  } catch {
    unlinkSync(draft)
  }
}
