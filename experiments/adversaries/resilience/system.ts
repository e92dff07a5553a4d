import type { FaultScript } from '../../../engine/index.ts'

/** One system of a map, and how hard it is looked at; plain data. */
export interface System {
  /** The algorithm's name, or the path of a module. */
  readonly algorithm: string
  /** Of which kind the faults are, such as `crash` or `omission:kind=general`. Null: the worst that the algorithm tolerates. */
  readonly faults: string | null
  readonly n: number
  /** How many may fail, as the algorithm is told. */
  readonly f: number
  /** Configurations that are gone through before it is searched instead. */
  readonly states: number
  /** Executions of a search. */
  readonly tries: number
  readonly seed: number
}

/** What is known of one system; plain data. */
export interface ResilienceCell {
  readonly n: number
  readonly f: number
  /** What may fail, as a spec. */
  readonly faults: string
  /** Whether all executions were gone through, or some were searched. */
  readonly evidence: 'exhaustive' | 'searched'
  readonly executions: number
  /** How many of the searched ones went on for so long that they were cut. */
  readonly cut: number
  /** The most messages and rounds of all executions; null where they were searched. */
  readonly costs: { readonly messages: number; readonly rounds: number } | null
  /** Why the algorithm guarantees nothing here; null if it does. */
  readonly beyond: string | null
  /** What is broken; null if nothing was found. */
  readonly broken: {
    readonly property: string
    readonly reason: string
    /** What is chosen in the execution that breaks it; null where a strategy did it. */
    readonly script: FaultScript | null
    /** The recorded execution. */
    readonly lines: readonly string[]
  } | null
}
