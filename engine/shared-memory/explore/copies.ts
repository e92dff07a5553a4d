import { kindNumbers } from '../memory/handles.ts'

/** What a processor holds of a variable in its cache: nothing, a valid copy, or the only one, for writing. */
export const copies = { none: 0, valid: 1, own: 2 } as const

/** What the watched processor holds of a variable after an access, its own or another's. */
export function copyOf(copy: number, code: number, own: boolean): number {
  const reads = code <= kindNumbers.await
  if (own) return reads ? Math.max(copy, copies.valid) : copies.own
  return reads ? Math.min(copy, copies.valid) : copies.none
}
