import type { CellRunner } from './cell-runner.ts'
import { type Edit, linkText, type Place, samePlace, withEdit, withoutEdit } from './edits.ts'
import { Conditions } from './moment.ts'
import type { Run, RunMessage } from './run.ts'

/** What the reader has made of a run: the delays that were changed, and the message that is looked at. */
export class Session {
  readonly original: Run
  readonly #runner: CellRunner
  readonly #row: number
  #edits: readonly Edit[]
  /** The run with the edits, once it is asked for: of many quick edits only the last is run. */
  #run: Run | null = null
  #conditions: Conditions | null = null
  /** The chosen message. Its place stays chosen in a run that does not have it. */
  #place: Place | null = null

  constructor(runner: CellRunner, row: number, edits: readonly Edit[]) {
    this.original = runner.original
    this.#runner = runner
    this.#row = row
    // In rounds there are no delays to change.
    this.#edits = runner.original.synchronous ? [] : edits
  }

  get edits(): readonly Edit[] {
    return this.#edits
  }

  get run(): Run {
    this.#run ??= this.#runner.run(this.#edits)
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
    return linkText({ row: this.#row, edits: this.#edits })
  }

  select(place: Place | null): void {
    this.#place = place
  }

  setDelay({ from, to, nth }: Place, delay: number): void {
    this.#change(withEdit(this.#edits, { from, to, nth, delay }))
  }

  removeEdit(place: Place): void {
    this.#change(withoutEdit(this.#edits, place))
  }

  removeAll(): void {
    this.#change([])
  }

  #change(edits: readonly Edit[]): void {
    this.#edits = edits
    this.#run = null
    this.#conditions = null
  }
}
