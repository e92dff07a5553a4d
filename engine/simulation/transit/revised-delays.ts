import type { Delays } from '../../timing/delay-model.ts'
import { arrayBySlot } from '../../topology/array-by-slot.ts'
import type { Graph } from '../../topology/graph.ts'

/**
 * Returns the delay of a message, given the one that was drawn for it. The message is number `index` (0, 1, 2 …) of those
 * sent on a slot. To return the drawn delay changes nothing. What a message waits for a step, or for the one before on
 * its channel, comes on top.
 */
export type DelayRevision = (slot: number, index: number, drawn: number) => number

/** Delays that are shown one by one as they are drawn, and may be replaced. Takes memory for each channel. */
export class RevisedDelays implements Delays {
  readonly least = 0
  readonly #drawn: Delays
  readonly #revise: DelayRevision
  readonly #sent: Float64Array

  constructor(drawn: Delays, revise: DelayRevision, graph: Graph) {
    this.#drawn = drawn
    this.#revise = revise
    this.#sent = arrayBySlot(graph, 'revised delays')
  }

  get bounded(): boolean {
    return this.#drawn.bounded
  }

  get steps(): Delays['steps'] {
    return this.#drawn.steps
  }

  get eventByEvent(): boolean {
    return this.#drawn.eventByEvent
  }

  foresee(): number {
    return 0
  }

  draw(slots: Uint32Array, begin: number, end: number, delays: Float64Array): void {
    this.#drawn.draw(slots, begin, end, delays)
    for (let i = begin; i < end; i++) {
      const slot = slots[i]!
      delays[i] = this.#revise(slot, this.#sent[slot]!++, delays[i]!)
    }
  }
}
