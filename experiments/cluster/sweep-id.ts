import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readPlain, writeFile } from '../files/read-file.ts'

const nameOf = (directory: string): string => join(directory, 'cluster.json')

/**
 * By what name a cluster knows the sweep of a folder. It is kept there until the sweep is complete, so that one that is
 * resumed finds what workers have done in the meantime. It is random and changes no result. `identity` is what makes a
 * sweep another one.
 */
export function sweepId(directory: string, identity: unknown, resume: boolean): string {
  const of = createHash('sha256').update(JSON.stringify(identity)).digest('hex')
  const known = resume ? readId(directory, of) : null
  if (known !== null) return known
  const id = randomBytes(8).toString('hex')
  mkdirSync(directory, { recursive: true })
  writeFile(nameOf(directory), `${JSON.stringify({ format: 'admissible-cluster/1', sweep: id, of })}\n`)
  return id
}

export function forgetSweepId(directory: string): void {
  rmSync(nameOf(directory), { force: true })
}

function readId(directory: string, of: string): string | null {
  try {
    const found = JSON.parse(readPlain(nameOf(directory)).toString()) as Readonly<Record<string, unknown>>
    const { sweep } = found
    return found.of === of && typeof sweep === 'string' && /^[0-9a-f]{16}$/.test(sweep) ? sweep : null
  } catch {
    return null
  }
}
