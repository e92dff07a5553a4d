import { InputError } from '../../errors.ts'
import type { Monitor } from '../../histories/index.ts'
import { valueKey } from '../../histories/same-value.ts'
import type { Automaton } from './automaton.ts'
import type { Crossing } from './course.ts'

/** The state of a monitor that has found a history to be wrong. */
export const wrong = 0xffff

/** A monitor as a table: its states numbered as they are found, the first 0; each step is computed once. */
export class MonitorTable {
  readonly #monitor: Monitor
  readonly #states: unknown[] = []
  readonly #known = new Map<string, number>()
  /** By processor, by the number of what crosses there, by state. */
  readonly #after: number[][][]

  constructor(monitor: Monitor, n: number) {
    this.#monitor = monitor
    this.#after = Array.from({ length: n }, () => [])
    this.#number(monitor.initial)
  }

  /** The state after what crosses the interface of a processor, which has this number there. */
  after(state: number, processor: number, { crossings }: Automaton, number: number): number {
    if (number === 0) return state
    const known = (this.#after[processor]![number] ??= [])
    return (known[state] ??= this.#step(state, processor, crossings[number]!))
  }

  /** The state with this number. */
  stateOf(number: number): unknown {
    return this.#states[number]
  }

  #step(number: number, processor: number, { invoked, answered }: Crossing): number {
    if (number === wrong) return wrong
    let state = this.#states[number]
    if (invoked !== null) state = this.#monitor.invoked(state, processor, invoked.operation, invoked.argument)
    if (answered !== null) state = this.#monitor.answered(state, processor, answered.result)
    return state === null ? wrong : this.#number(state)
  }

  #number(state: unknown): number {
    const key = valueKey(state)
    let number = this.#known.get(key)
    if (number === undefined) {
      number = this.#states.length
      if (number === wrong)
        throw new InputError(`there are more than ${wrong} classes of histories; ask for fewer operations`)
      this.#known.set(key, number)
      this.#states.push(state)
    }
    return number
  }
}
