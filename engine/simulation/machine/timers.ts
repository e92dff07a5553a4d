import { timeoutAt } from '../../clocks/index.ts'
import { ModelError } from '../../errors.ts'
import type { AnyAlgorithm, Clock, Instance } from '../../model/index.ts'

/** Why a timer cannot be set; null if it can. */
export function timerProblem(
  { requires, uponTimeout = {} }: AnyAlgorithm,
  name: string,
  duration: number,
): string | null {
  if (requires.clocks !== true)
    return 'sets a timer, but the algorithm does not declare requires: { clocks: true }'
  if (!Object.hasOwn(uponTimeout, name))
    return `sets the timer “${name}”, for which there is no handler in uponTimeout`
  return duration > 0 && duration < Number.POSITIVE_INFINITY
    ? null
    : `sets the timer “${name}” to ${duration}; a duration is above 0`
}

/** The clocks and timers of the processors of one execution. */
export class Timers {
  /** By processor, when the first of its timers goes off; Infinity if none is set. */
  readonly next: Float64Array
  /** When timers go off that were set in the event at work. */
  readonly fresh: number[] = []
  readonly #algorithm: AnyAlgorithm
  readonly #clocks: readonly Clock[]
  /** By processor, when each of its timers goes off, in the order in which they were set. */
  readonly #due: (Map<string, number> | undefined)[] = []

  /** Null if the algorithm reads no clocks. */
  static of(algorithm: AnyAlgorithm, { clocks }: Instance): Timers | null {
    return clocks === null || algorithm.requires.clocks !== true ? null : new Timers(algorithm, clocks)
  }

  private constructor(algorithm: AnyAlgorithm, clocks: readonly Clock[]) {
    this.#algorithm = algorithm
    this.#clocks = clocks
    this.next = new Float64Array(clocks.length).fill(Number.POSITIVE_INFINITY)
  }

  read(processor: number, now: number): number {
    return this.#clocks[processor]!.at(now)
  }

  /** Sets a timer, anew if it is set already. Throws a ModelError if it cannot be set. */
  set(processor: number, now: number, name: string, duration: number): void {
    const problem = timerProblem(this.#algorithm, name, duration)
    if (problem !== null) throw new ModelError(problem)
    const own = (this.#due[processor] ??= new Map())
    const due = timeoutAt(this.#clocks[processor]!, now, duration)
    own.delete(name)
    own.set(name, due)
    this.fresh.push(due)
    this.#findNext(processor)
  }

  /** Takes a timer that has gone off by now, of several the one set first; null if there is none. */
  take(processor: number, now: number): string | null {
    for (const [name, due] of this.#due[processor] ?? []) {
      if (due > now) continue
      this.#due[processor]!.delete(name)
      this.#findNext(processor)
      return name
    }
    return null
  }

  /** The processor has none set any more. */
  clear(processor: number): void {
    this.#due[processor]?.clear()
    this.next[processor] = Number.POSITIVE_INFINITY
  }

  #findNext(processor: number): void {
    let next = Number.POSITIVE_INFINITY
    for (const due of this.#due[processor]!.values()) if (due < next) next = due
    this.next[processor] = next
  }
}
