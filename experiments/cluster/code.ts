import { hashCode } from '../store/code-hash.ts'

/**
 * What runs a batch, as a hash: this installation and the user's module that has the algorithm, if it is not one of the
 * catalogue. Equal hashes give equal results.
 */
export function codeOf(module: string | undefined): string {
  return hashCode(module === undefined ? [] : [module]).hash
}
