import { hashCode } from '../store/code-hash.ts'

/**
 * What runs a batch, as a hash: this installation and the users' modules that have the algorithm, the networks, the
 * delays and the wake-ups, as far as these are not in the catalogues. Equal hashes give equal results.
 */
export function codeOf(modules: readonly string[]): string {
  if (modules.length < 2) return hashCode(modules).hash
  // They may lie elsewhere on another machine, so their order is that of their contents.
  const named = [...new Set(modules)].map((module) => ({ module, hash: hashCode([module]).hash }))
  const sorted = named.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  return hashCode(sorted.map(({ module }) => module)).hash
}
