import type { Delays } from '../../timing/delay-model.ts'
import { arrayBySlot } from '../../topology/array-by-slot.ts'
import type { Graph } from '../../topology/graph.ts'

/**
 * What becomes of the delay that was drawn for a message: it is number `index` (0, 1, 2 …) of those sent on a slot.
 * The same number leaves the execution as it is. Waits for steps or for a predecessor on the channel come on top.
 */
export type DelayRevision = (slot: number, index: number, drawn: number) => number

/** Delays of which each can be looked at and replaced as it is drawn. Takes memory for each channel. */
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
