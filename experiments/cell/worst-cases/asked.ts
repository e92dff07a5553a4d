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
  /** Algorithms of which no worst case is asked for; absent if there are none. */
  readonly except?: readonly string[]
}

/** What an experiment asks for that does not speak of worst cases. */
export const noWorstCases: WorstCases = { exact: null, searched: null, forced: null, replicates: 1 }

/** All sizes at which worst cases are asked for. */
export const worstSizes = ({ exact, searched, forced }: WorstCases): number[] =>
  [exact, searched, forced].flatMap((kind) => kind?.sizes ?? [])
