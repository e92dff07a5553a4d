import type { Crash, Fate, Fault } from './fault.ts'
import type { Liar } from './liar.ts'

/**
 * The faults of one execution: who may fail and how, and what becomes of messages. It answers as the execution goes along,
 * so each execution needs a plan of its own.
 */
export class FaultPlan {
  /** The Byzantine processors. */
  readonly liars: ReadonlyMap<number, Liar>
  readonly #crashes: ReadonlyMap<number, Crash>
  readonly #mayFail: ReadonlySet<number>
  readonly #strikes: readonly NonNullable<Fault['strikes']>[]

  constructor(faults: readonly Fault[]) {
    this.#crashes = new Map(faults.flatMap(({ crashes = [] }) => [...crashes]))
    this.liars = new Map(faults.flatMap(({ liars = [] }) => [...liars]))
    const careless = faults.flatMap(({ careless = [] }) => [...careless])
    this.#mayFail = new Set([...this.#crashes.keys(), ...this.liars.keys(), ...careless])
    this.#strikes = faults.flatMap((fault) => (fault.strikes ? [fault.strikes.bind(fault)] : []))
  }

  /** The processors that may fail in this execution, in ascending order. */
  get failing(): readonly number[] {
    return [...this.#mayFail].sort((a, b) => a - b)
  }

  /** Whether a processor may fail in this execution, now or later. */
  mayFail(processor: number): boolean {
    return this.#mayFail.has(processor)
  }

  /** Whether the step of a processor at this time is its last. */
  isLast(processor: number, time: number): boolean {
    const crash = this.#crashes.get(processor)
    return crash !== undefined && time >= crash.time
  }

  /** What becomes of a message of a step; to be asked once for each, in the order of sending. `last`: of its sender. */
  fate(sender: number, receiver: number, time: number, last: boolean): Fate {
    if (last && !this.#crashes.get(sender)!.reaches(receiver)) return 'omitted'
    for (const strikes of this.#strikes) {
      const fate = strikes(sender, receiver, time)
      if (fate !== null) return fate
    }
    return 'sent'
  }
}
