import type { AnyAlgorithm, Violated } from '../model/index.ts'
import { Safety } from '../simulation/machine/safety.ts'
import type { ExecutionChecker } from './check.ts'
import type { RecordedEvent } from './format.ts'

/** Something that a legal execution breaks, and where this shows first. */
export interface BrokenProperty {
  readonly property: string
  readonly reason: string
  /** The event after which it is broken, such as “comp(3) at 1.5”, and its line; null in the initial configuration. */
  readonly event: string | null
  readonly line: number
}

/** Watches an execution for the first safety property, of the algorithm or of its service, that it breaks on its way. */
export class SafetyWatch {
  readonly #safety: Safety
  readonly #checker: ExecutionChecker
  #first: BrokenProperty | null = null

  constructor(algorithm: AnyAlgorithm, checker: ExecutionChecker) {
    this.#safety = new Safety(algorithm, 'every')
    this.#checker = checker
    this.#note(this.#safety.begin(checker.replica), 1, null)
  }

  get first(): BrokenProperty | null {
    return this.#first
  }

  /** After an event that was carried out. */
  after({ processor, time }: RecordedEvent, line: number): void {
    if (this.#first !== null) return
    const event = `comp(${processor}) at ${time}`
    this.#note(this.#safety.after(processor, time), line, event)
    if (this.#first === null) this.#note(this.#checker.use?.checks.offence ?? null, line, event)
  }

  #note(found: Pick<Violated, 'property' | 'reason'> | null, line: number, event: string | null): void {
    if (found !== null) this.#first = { property: found.property, reason: found.reason, line, event }
  }
}
