import type { HistoryEvent } from '../model/index.ts'

/** Remembers in which order events came, as long as somebody else has them, to put some of them in order again. */
export class Chronicle {
  readonly #places = new WeakMap<HistoryEvent, number>()
  #count = 0

  add(event: HistoryEvent): void {
    this.#places.set(event, this.#count++)
  }

  /** The events in the order in which they came. */
  inOrder(events: readonly HistoryEvent[]): HistoryEvent[] {
    return [...events].sort((a, b) => this.#places.get(a)! - this.#places.get(b)!)
  }
}
