import { timeoutAt } from '../clocks/index.ts'
import type { Instance } from '../model/index.ts'
import type { StepInput, StepResult } from './transition.ts'

/** When the timers of an execution go off that is carried out in the order of time. */
export class Alarms {
  readonly #instance: Instance
  /** By processor and name, in the order in which they were set. */
  readonly #due: ReadonlyMap<string, number>[]

  constructor(instance: Instance) {
    this.#instance = instance
    this.#due = instance.clocks === null ? [] : Array.from(instance.clocks, () => new Map())
  }

  /** What the clock of a processor shows; undefined if it has none. */
  reading(processor: number, now: number): number | undefined {
    return this.#instance.clocks?.[processor]?.at(now)
  }

  /** What an event of a processor is given. */
  at(processor: number, now: number): Pick<StepInput, 'clock' | 'due'> {
    return { clock: this.reading(processor, now), due: this.dueAt(processor, now) }
  }

  /** The timers of a processor that are due by now. */
  dueAt(processor: number, now: number): string[] {
    return [...(this.#due[processor] ?? [])].filter(([, due]) => due <= now).map(([name]) => name)
  }

  /** A processor has done its last step at this time; one that has terminated or crashed has no timers any more. */
  step(processor: number, now: number, { timeouts, timers, status }: StepResult, crashed = false): void {
    if (this.#instance.clocks === null) return
    const own = new Map(this.#due[processor])
    for (const name of timeouts) own.delete(name)
    for (const { name, duration } of timers) {
      own.delete(name)
      own.set(name, timeoutAt(this.#instance.clocks[processor]!, now, duration))
    }
    this.#due[processor] = status === 'terminated' || crashed ? new Map() : own
  }

  /** When the next timer of all goes off, and whose it is; null if none is set. */
  next(): { readonly time: number; readonly processor: number } | null {
    let first: { time: number; processor: number } | null = null
    for (const [processor, own] of this.#due.entries())
      for (const time of own.values()) if (first === null || time < first.time) first = { time, processor }
    return first
  }
}
