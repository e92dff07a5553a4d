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
  readonly forced: { readonly sizes: readonly number[] } | null
  readonly replicates: number
}

/** All sizes at which worst cases are asked for. */
export const worstSizes = ({ exact, searched, forced }: WorstCases): number[] =>
  [exact, searched, forced].flatMap((kind) => kind?.sizes ?? [])

/** Fills in the defaults. */
export function worstCasesOf({
  exact,
  searched,
  forced,
  replicates = 1,
}: WorstCasesDefinition = {}): WorstCases {
  return {
    exact: exact === undefined ? null : { sizes: exact.sizes, states: exact.states ?? 1_000_000 },
    searched:
      searched === undefined
        ? null
        : { sizes: searched.sizes, runs: searched.runs ?? 2_000, strategies: searched.strategies ?? null },
    forced: forced ?? null,
    replicates,
  }
}
