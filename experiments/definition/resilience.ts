/** A question for which the answer is a map for each algorithm, as data. */
export interface ResilienceDefinition {
  /** Names the folder of the results. */
  readonly name: string
  readonly title: string
  readonly question: string
  /** Names of algorithms, or paths of modules. */
  readonly algorithms: readonly string[]
  /** Of which kind the faults are, for all of them. Null: the worst that each tolerates. */
  readonly faults: string | null
  /** Numbers of processors. */
  readonly sizes: readonly number[]
  /** How many may fail, as algorithms are told. */
  readonly bounds: readonly number[]
  /** Configurations of a system that are gone through before it is searched instead. */
  readonly states: number
  /** Executions of a search. */
  readonly tries: number
  readonly seed: number
}
