import type { ClaimData } from '../../experiments/cell/index.ts'

/** How each kind of claim is put before its formula. */
const openings: Readonly<Record<ClaimData['kind'], string>> = {
  exactly: 'exactly',
  'at most': 'at most',
  'at least': 'at least',
  expected: 'mean',
  'expected at most': 'mean at most',
  order: 'order of',
}

/** A claim in a few words: “exactly 2m − (n − 1)”, “at most ecc + 1”, “mean n H(n)”. */
export function claimText({ kind, text }: Pick<ClaimData, 'kind' | 'text'>): string {
  return `${openings[kind]} ${text}`
}

/** The words before its formula. */
export const claimOpening = ({ kind }: ClaimData): string => openings[kind]

const signs: Readonly<Record<ClaimData['kind'], string>> = {
  exactly: 'exactly',
  'at most': '≤',
  'at least': '≥',
  expected: 'mean',
  'expected at most': 'mean ≤',
  order: 'order',
}

/** A claim as it is written in figures: “≤ 8n ⌈log₂ n⌉ + 6n”. */
export const boundLabel = ({ kind, text }: ClaimData): string => `${signs[kind]} ${text}`
