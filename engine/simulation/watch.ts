import type { AnyAlgorithm, Outcome, Property } from '../model.ts'
import type { Machine } from './machine.ts'

/** Where an execution is stopped if it does not end by itself. */
export interface Budget {
  readonly messages: number
  /** In rounds, or units of delay before scaling. */
  readonly time: number
}

/** What a loop knows when it ends. */
export interface LoopEnd {
  /** When the last message was processed, before scaling. */
  readonly lastProcessed: number
  readonly delayMax: number
  readonly inTransit: number
}

/** Looks on while a loop runs, and stops it when the budget is spent or a safety condition fails. */
export class Watch {
  stopped = false
  outcome: Outcome | null = null
  readonly #algorithm: AnyAlgorithm
  readonly #budget: Budget
  readonly #safety: readonly (readonly [string, Property])[]

  /** With `everyEvent`, safety is checked after each event, at the cost of a look at all states. */
  constructor(algorithm: AnyAlgorithm, budget: Budget, everyEvent: boolean) {
    this.#algorithm = algorithm
    this.#budget = budget
    const properties = everyEvent ? Object.entries(algorithm.properties ?? {}) : []
    this.#safety = properties.filter(([, { kind }]) => kind === 'safety')
  }

  /** The loop has come to this time. */
  at(time: number, machine: Machine): void {
    if (time > this.#budget.time) this.#stop({ kind: 'budget', reason: `time passed ${this.#budget.time}` })
    if (machine.messages > this.#budget.messages)
      this.#stop({ kind: 'budget', reason: `more than ${this.#budget.messages} messages were sent` })
  }

  afterEvent(machine: Machine): void {
    for (const [property, { check }] of this.#safety) {
      const reason = check(machine)
      if (reason !== true) this.#stop({ kind: 'violated', property, reason })
    }
  }

  /**
   * Whether a round-driven execution in which nothing is in transit is over: all have terminated, or the
   * algorithm is not one that terminates. One that does may be waiting for a round by its number.
   */
  restsWhenSilent(machine: Machine): boolean {
    return machine.terminatedCount === machine.graph.n || !this.#algorithm.terminates
  }

  #stop(outcome: Outcome): void {
    this.stopped = true
    this.outcome ??= outcome
  }
}
