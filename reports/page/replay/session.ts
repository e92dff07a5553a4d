import type { CellRunner } from './cell-runner.ts'
import { type Edit, linkText, type Place, samePlace, withEdit, withoutEdit } from './edits.ts'
import { type FaultEdit, withFault } from './faults/fault-edits.ts'
import { Conditions } from './moment.ts'
import type { Run, RunMessage } from './run.ts'

/** What the reader has made of a run: the delays and faults that were changed, and the message that is looked at. */
export class Session {
  readonly original: Run
  readonly #runner: CellRunner
  readonly #row: number
  #edits: readonly Edit[]
  #faults: readonly FaultEdit[]
  /** The run with the edits, once it is asked for: of many quick edits only the last is run. */
  #run: Run | null = null
  #conditions: Conditions | null = null
  /** The chosen message. Its place stays chosen in a run that does not have it. */
  #place: Place | null = null

  constructor(runner: CellRunner, row: number, edits: readonly Edit[], faults: readonly FaultEdit[] = []) {
    this.original = runner.original
    this.#runner = runner
    this.#row = row
    // In rounds there are no delays to change.
    this.#edits = runner.original.synchronous ? [] : edits
    this.#faults = faults.filter(({ processor }) => runner.original.decidable(processor))
  }

  get edits(): readonly Edit[] {
    return this.#edits
  }

  get faults(): readonly FaultEdit[] {
    return this.#faults
  }

  get run(): Run {
    this.#run ??= this.#runner.run(this.#edits, this.#faults)
    return this.#run
  }

  get conditions(): Conditions {
    this.#conditions ??= new Conditions(this.run)
    return this.#conditions
  }

  get selected(): RunMessage | null {
    const place = this.#place
    return place === null ? null : (this.run.messages.find((message) => samePlace(message, place)) ?? null)
  }

  get link(): string {
    return linkText({ row: this.#row, edits: this.#edits, faults: this.#faults })
  }

  select(place: Place | null): void {
    this.#place = place
  }

  setDelay({ from, to, nth }: Place, delay: number): void {
    this.#change(withEdit(this.#edits, { from, to, nth, delay }), this.#faults)
  }

  removeEdit(place: Place): void {
    this.#change(withoutEdit(this.#edits, place), this.#faults)
  }

  removeAll(): void {
    this.#change([], this.#faults)
  }

  /** Decides of one processor. Throws an error, and leaves all as it was, if there can be no such run. */
  decide(fault: FaultEdit): void {
    if (this.original.decidable(fault.processor)) this.#tryFaults(withFault(this.#faults, fault))
  }

  /** Takes back what was decided of a processor; null: of all. */
  removeFault(processor: number | null): void {
    this.#tryFaults(this.#faults.filter((edit) => processor !== null && edit.processor !== processor))
  }

  #tryFaults(faults: readonly FaultEdit[]): void {
    const before = this.#faults
    this.#change(this.#edits, faults)
    try {
      void this.run
    } catch (error) {
      this.#change(this.#edits, before)
      throw error
    }
  }

  #change(edits: readonly Edit[], faults: readonly FaultEdit[]): void {
    this.#edits = edits
    this.#faults = faults
    this.#run = null
    this.#conditions = null
  }
}
