import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFile } from '../read-file.ts'

const nameOf = (directory: string): string => join(directory, 'cluster.json')

/**
 * By what name a cluster knows the sweep of a folder. It is kept there until the sweep is complete, so that one that is
 * resumed finds what workers have done in the meantime. It is random and changes no result.
 */
export function sweepId(directory: string, resume: boolean): string {
  const known = resume ? readId(directory) : null
  if (known !== null) return known
  const id = randomBytes(8).toString('hex')
  mkdirSync(directory, { recursive: true })
  writeFile(nameOf(directory), `${JSON.stringify({ format: 'admissible-cluster/1', sweep: id })}\n`)
  return id
}

export function forgetSweepId(directory: string): void {
  rmSync(nameOf(directory), { force: true })
}

function readId(directory: string): string | null {
  try {
    const { sweep } = JSON.parse(readFileSync(nameOf(directory), 'utf8')) as { sweep?: unknown }
    return typeof sweep === 'string' && /^[0-9a-f]{16}$/.test(sweep) ? sweep : null
  } catch {
    return null
  }
}
