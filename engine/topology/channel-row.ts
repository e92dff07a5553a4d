import type { Graph } from './graph.ts'

/**
 * Reads the channels of one processor after the other, in their order: those of a stored graph where they stand, those
 * of a computed one in arrays that are used again.
 */
export class ChannelRow {
  /** Channel i of the processor read last is at `begin + i`: the neighbour, and the slot by which it knows the channel. */
  neighbors: Uint32Array = new Uint32Array(16)
  mirrors: Uint32Array = new Uint32Array(16)
  begin = 0
  /** Behind its last channel. */
  end = 0
  /** Its first slot. */
  firstSlot = 0
  readonly #graph: Graph
  readonly #stored: boolean
  #slots = new Uint32Array(16)

  constructor(graph: Graph) {
    this.#graph = graph
    const { stored } = graph
    this.#stored = stored !== null
    if (stored !== null) {
      this.neighbors = stored.neighbors
      this.mirrors = stored.mirrors
    }
  }

  read(processor: number): void {
    this.firstSlot = this.#graph.firstSlot(processor)
    const length = this.#graph.degree(processor)
    if (this.#stored) this.begin = this.firstSlot
    else this.#compute(processor, length)
    this.end = this.begin + length
  }

  #compute(processor: number, length: number): void {
    if (length > this.#slots.length) {
      this.#slots = new Uint32Array(2 * length)
      this.neighbors = new Uint32Array(2 * length)
      this.mirrors = new Uint32Array(2 * length)
    }
    for (let i = 0; i < length; i++) this.#slots[i] = this.firstSlot + i
    this.#graph.route(processor, this.#slots, 0, length, this.neighbors, this.mirrors)
  }
}
