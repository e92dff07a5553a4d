import type { Claim } from '../model/index.ts'

/**
 * The name by which tables know a claim: `lcr/messages/at-most/n(n+1):2`, `echo/time/at-least/2ecc/every-delay-is-1`. It
 * says the algorithm, the measure, the kind, the formula (with “:” for its fraction bars) and the condition, so it stays
 * the same whatever other claims come, go or change places.
 */
export function claimId(algorithm: string, measure: string, { kind, formula, when }: Claim): string {
  const parts = [algorithm, measure, words(kind), compact(formula)]
  return [...parts, ...(when === undefined ? [] : [words(when.text)])].join('/')
}

const words = (text: string): string => text.trim().replace(/\s+/g, '-')

/** Without the spaces that do not part two names, and without the slash that parts an id. */
const compact = (formula: string): string =>
  formula
    .trim()
    .replace(/\s*([-+*/^(),])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replaceAll('/', ':')
