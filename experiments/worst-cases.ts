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
  /** Instances of every point, the first of those that are sampled. Default: 1. */
  readonly replicates?: number | undefined
}

/** The worst cases that an experiment asks for, with defaults filled in; null where it asks for none. */
export interface WorstCases {
  readonly exact: { readonly sizes: readonly number[]; readonly states: number } | null
  readonly searched: {
    readonly sizes: readonly number[]
    readonly runs: number
    /** Null: all. */
    readonly strategies: readonly string[] | null
  } | null
  readonly replicates: number
}

/** Fills in the defaults. */
export function worstCasesOf({ exact, searched, replicates = 1 }: WorstCasesDefinition = {}): WorstCases {
  return {
    exact: exact === undefined ? null : { sizes: exact.sizes, states: exact.states ?? 1_000_000 },
    searched:
      searched === undefined
        ? null
        : { sizes: searched.sizes, runs: searched.runs ?? 2_000, strategies: searched.strategies ?? null },
    replicates,
  }
}
