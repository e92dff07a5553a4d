import type { AnyAlgorithm, Outcome } from '../../model/index.ts'
import type { HistoryChecks } from '../../services/index.ts'
import type { Machine } from './machine.ts'
import type { Safety } from './safety.ts'

/** Where an execution is stopped if it does not end by itself. */
export interface Budget {
  readonly messages: number
  /** In rounds, or units of delay before scaling. */
  readonly time: number
}

/** Looks on while a loop runs, and stops it when the budget is spent or a safety property fails. */
export class Watch {
  stopped = false
  outcome: Outcome | null = null
  readonly #algorithm: AnyAlgorithm
  readonly #budget: Budget
  /** Whether `afterEvent` is to be called: there is safety to be checked on the way. */
  readonly checksSafety: boolean
  readonly #safety: Safety
  readonly #history: HistoryChecks | null

  /** `history`: what is followed of it while the loop runs; null if nothing is. */
  constructor(algorithm: AnyAlgorithm, budget: Budget, safety: Safety, history: HistoryChecks | null = null) {
    this.#algorithm = algorithm
    this.#budget = budget
    this.#safety = safety
    this.#history = history?.follows === true ? history : null
    this.checksSafety = safety.isAsked || this.#history !== null
  }

  /** The machine is in its initial configuration. */
  begin(machine: Machine): void {
    if (!this.#safety.isAsked) return
    this.#note(this.#safety.begin(machine))
  }

  /** Whether the budget of time is without limit. */
  get endless(): boolean {
    return this.#budget.time === Number.POSITIVE_INFINITY
  }

  /** Whether an execution is over its budget at this time, after so many messages. If so, it stops. */
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
   * When the last message of all is processed. The last that went through the loop was processed at `lastProcessed`; but
   * messages that an absorber took would have been processed, too, the last of them at `latest`, unless the budget is
   * spent before.
   */
  processedBy(lastProcessed: number, latest: number, messages: number): number {
    return this.stopped || latest <= lastProcessed || this.exceeds(latest, messages) ? lastProcessed : latest
  }

  /** Checks safety. What a terminated processor takes changes nothing and is no event. */
  afterEvent({ current, now, compEvents }: Machine): void {
    if (compEvents > this.#safety.events) this.#note(this.#safety.after(current, now))
    const offence = this.#history?.offence ?? null
    if (offence !== null)
      this.#note({ kind: 'violated', ...offence, where: `after comp(${current}) at ${now}` })
  }

  #note(violation: Outcome | null): void {
    if (violation !== null) this.#stop(violation)
  }

  /** Whether the algorithm says itself when an execution is over. */
  get stopsItself(): boolean {
    return this.#algorithm.stopWhen !== undefined
  }

  /** Whether it is over after a moment, because the algorithm says so. If so, it stops. */
  isOver(machine: Machine): boolean {
    const { stopWhen } = this.#algorithm
    if (stopWhen === undefined || !stopWhen(machine, machine.clients?.satisfied === true)) return false
    this.stopped = true
    return true
  }

  #stop(outcome: Outcome): void {
    this.stopped = true
    this.outcome ??= outcome
  }
}
