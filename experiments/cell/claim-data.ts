import type { Circumstance, Claim, Measure } from '../../engine/index.ts'

/** A claim as data, with its formula in every form. */
export interface ClaimData {
  /** The name by which verdicts.csv knows it. */
  readonly id: string
  readonly measure: Measure
  readonly kind: Claim['kind']
  readonly over: Claim['over']
  readonly formula: string
  readonly text: string
  readonly latex: string
  /** The condition under which it holds, in words. */
  readonly when: string | null
  /** What that condition depends on, as far as it says; empty where there is none. */
  readonly about: readonly Circumstance[]
  readonly where: Readonly<Record<string, string>>
  readonly source: string | null
}

/** The words by which a row names one of its algorithm's claims: “at most ecc + 1 when the root wakes at time 0”. */
export function claimName({ kind, text, when }: Pick<ClaimData, 'kind' | 'text' | 'when'>): string {
  return `${kind} ${text}${when === null ? '' : ` when ${when}`}`
}
