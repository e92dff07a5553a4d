import type { AnyAlgorithm, Outcome, Property } from '../../model/index.ts'
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
  /** What times are divided by: 1, or the largest delay where delays are unbounded. */
  readonly timeUnit: number
}

/** Looks on while a loop runs, and stops it when the budget is spent or a safety condition fails. */
export class Watch {
  stopped = false
  outcome: Outcome | null = null
  readonly #algorithm: AnyAlgorithm
  readonly #budget: Budget
  /** Whether safety is checked after each event, at the cost of a look at all states. */
  readonly everyEvent: boolean
  readonly #safety: readonly (readonly [string, Property])[]

  constructor(algorithm: AnyAlgorithm, budget: Budget, everyEvent: boolean) {
    this.#algorithm = algorithm
    this.#budget = budget
    this.everyEvent = everyEvent
    this.#safety = Object.entries(algorithm.properties ?? {}).filter(([, { kind }]) => kind === 'safety')
  }

  /** Whether no time is too late. */
  get endless(): boolean {
    return this.#budget.time === Number.POSITIVE_INFINITY
  }

  /** Whether an execution that comes to this time, with so many messages sent, is over its budget; it then stops. */
  exceeds(time: number, messages: number): boolean {
    if (time <= this.#budget.time && messages <= this.#budget.messages) return false
    const reason =
      time > this.#budget.time
        ? `time passed ${this.#budget.time}`
        : `more than ${this.#budget.messages} messages were sent`
    this.#stop({ kind: 'budget', reason })
    return true
  }

  /**
   * When the last message of all is processed, if the last that was not absorbed was at `lastProcessed` and all have arrived
   * by `latest`: those that were absorbed would have been processed, too, unless the budget is spent.
   */
  processedBy(lastProcessed: number, latest: number, messages: number): number {
    return this.stopped || latest <= lastProcessed || this.exceeds(latest, messages) ? lastProcessed : latest
  }

  /** Checks safety. */
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
