import { kindNumbers } from '../memory/handles.ts'

/** What a processor holds of a variable in its cache: nothing, a valid copy, or the only one, for writing. */
const copies = { none: 0, valid: 1, own: 2 } as const

/** Whether an access is remote, where caches write through and where they write back. */
export interface Remotes {
  readonly through: boolean
  readonly back: boolean
}

/** The same of an access of who holds this copy; a flip of a coin is none. */
export function remoteWith(copy: number, code: number): Remotes {
  if (code === kindNumbers.flip) return { through: false, back: false }
  if (code <= kindNumbers.await) return { through: copy === copies.none, back: copy === copies.none }
  return { through: true, back: copy !== copies.own }
}

/** What the watched processor holds of a variable after an access, its own or another's. */
export function copyOf(copy: number, code: number, own: boolean): number {
  if (code === kindNumbers.flip) return copy
  const reads = code <= kindNumbers.await
  if (own) return reads ? Math.max(copy, copies.valid) : copies.own
  return reads ? Math.min(copy, copies.valid) : copies.none
}
