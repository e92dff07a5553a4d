import type { History } from '../model/index.ts'

/** What a check of a history has found. */
export type HistoryFinding =
  | { readonly kind: 'holds' }
  | { readonly kind: 'wrong'; readonly fault: Fault }
  /** The search was given up; the sentence says where. */
  | { readonly kind: 'undecided'; readonly sentence: string }

/** Why a history is wrong. */
export interface Fault {
  /** One sentence. */
  readonly sentence: string
  /** The least part of the history that is wrong; its operations keep their numbers. */
  readonly part: History
}

/** The finding that goes with a fault, or with none. */
export const findingOf = (fault: Fault | null): HistoryFinding =>
  fault === null ? { kind: 'holds' } : { kind: 'wrong', fault }
