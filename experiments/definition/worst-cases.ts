import { noWorstCases, type WorstCases } from '../cell/index.ts'

/** The worst cases that a definition asks for, as its author writes them. */
export interface WorstCasesDefinition {
  /** Over all schedules, as far as that many configurations go. */
  readonly exact?: { readonly sizes: readonly number[]; readonly states?: number | undefined } | undefined
  /** By an adversary with so many runs for each measure. */
  readonly searched?:
    | {
        readonly sizes: readonly number[]
        readonly runs?: number | undefined
        /** Default: all. */
        readonly strategies?: readonly string[] | undefined
      }
    | undefined
  /** By the proof of the lower bound for election on rings; the sizes must be powers of two. */
  readonly forced?: { readonly sizes: readonly number[] } | undefined
  /** Instances of every point, the first of those that are sampled. Default: 1. */
  readonly replicates?: number | undefined
  /** The names of algorithms that have none, such as those that flip coins. Default: none. */
  readonly except?: readonly string[] | undefined
}

/** Fills in the defaults. */
export function worstCasesOf(given: WorstCasesDefinition = {}): WorstCases {
  const { exact, searched, forced = null, replicates = noWorstCases.replicates, except = [] } = given
  return {
    exact: exact === undefined ? null : { sizes: exact.sizes, states: exact.states ?? 1_000_000 },
    searched:
      searched === undefined
        ? null
        : { sizes: searched.sizes, runs: searched.runs ?? 2_000, strategies: searched.strategies ?? null },
    forced,
    replicates,
    ...(except.length > 0 && { except }),
  }
}
