import type { AnyAlgorithm, ConfigurationView } from '../../model/index.ts'
import { canonicalText } from './canonical-text.ts'
import type { LocalSteps } from './local-steps.ts'

/** What all executions lead to. */
export interface Finals {
  /** How many final configurations there are. */
  readonly count: number
  /** The final configuration, if all executions lead to the same. */
  readonly only: ConfigurationView | null
  /** The fields of a processor's state that depend on the schedule. */
  readonly varying: readonly string[]
  /** For each column of the algorithm, the values that it takes; no more than the first thousand. */
  readonly columns: Readonly<Record<string, readonly (number | string | boolean)[]>>
}

/** Collects final configurations. */
export class FinalStates {
  readonly #steps: LocalSteps
  readonly #columns: [string, NonNullable<AnyAlgorithm['columns']>[string], Set<number | string | boolean>][]
  readonly #met = new Set<string>()
  #first: ConfigurationView | null = null
  /** By processor. */
  readonly #states: Set<number>[]

  constructor(algorithm: AnyAlgorithm, steps: LocalSteps) {
    this.#steps = steps
    this.#columns = Object.entries(algorithm.columns ?? {}).map(([name, column]) => [name, column, new Set()])
    this.#states = steps.initial.map(() => new Set())
  }

  add(states: Int32Array, configuration: () => ConfigurationView): void {
    const key = states.map((number) => this.#steps.plain[number]!).join()
    if (this.#met.has(key)) return
    this.#met.add(key)
    for (const [p, state] of states.entries()) this.#states[p]!.add(state)
    if (this.#met.size > 1 && this.#columns.length === 0) return
    const final = configuration()
    this.#first ??= final
    for (const [, column, values] of this.#columns) if (values.size < 1000) values.add(column.read(final))
  }

  get finals(): Finals {
    return {
      count: this.#met.size,
      only: this.#met.size === 1 ? this.#first : null,
      varying: this.#varying(),
      columns: Object.fromEntries(
        this.#columns.map(([name, , values]) => [
          name,
          [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
        ]),
      ),
    }
  }

  #varying(): string[] {
    const fields = new Set<string>()
    for (const numbers of this.#states) {
      const first = new Map<string, string>()
      for (const number of numbers)
        for (const [field, value] of Object.entries(this.#steps.states[number]!.state)) {
          const text = canonicalText(value)
          if (!first.has(field)) first.set(field, text)
          else if (first.get(field) !== text) fields.add(field)
        }
    }
    return [...fields]
  }
}
