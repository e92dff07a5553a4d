import type { RecordedEvent } from './format.ts'

/**
 * Gives each event of an execution its vector timestamp: how many events of each processor happen before it or are
 * it. Event a of p happens before event b if and only if the timestamp of b counts a at p. Attiya & Welch,
 * section 6.1.3; Fidge 1988, Mattern 1989. Takes n steps and n words for each event and message in transit.
 */
export class VectorClocks {
  readonly #clocks: Uint32Array[]
  readonly #inTransit = new Map<number, Uint32Array>()

  constructor(n: number) {
    this.#clocks = Array.from({ length: n }, () => new Uint32Array(n))
  }

  /** The timestamp of the next event, whose first message has this number. Messages that are not known count nothing. */
  event({ processor, processed, sent }: RecordedEvent, firstSent: number): Uint32Array {
    const clock = this.#clocks[processor]!.slice()
    clock[processor]!++
    for (const id of processed) {
      const other = this.#inTransit.get(id)
      this.#inTransit.delete(id)
      other?.forEach((count, p) => {
        if (count > clock[p]!) clock[p] = count
      })
    }
    this.#clocks[processor] = clock
    for (let i = 0; i < sent.length; i++) this.#inTransit.set(firstSent + i, clock)
    return clock
  }
}
