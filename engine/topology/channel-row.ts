import type { Graph } from './graph.ts'

/** Reads the channels of one processor after the other, in their order, into arrays that are used again. */
export class ChannelRow {
  /** Of the processor read last, by channel: the neighbour, and the slot by which that one knows the channel. */
  neighbors = new Uint32Array(16)
  mirrors = new Uint32Array(16)
  /** Its number of channels, and its first slot. */
  length = 0
  firstSlot = 0
  readonly #graph: Graph
  #slots = new Uint32Array(16)

  constructor(graph: Graph) {
    this.#graph = graph
  }

  read(processor: number): void {
    const length = this.#graph.degree(processor)
    const firstSlot = this.#graph.firstSlot(processor)
    if (length > this.#slots.length) {
      this.#slots = new Uint32Array(2 * length)
      this.neighbors = new Uint32Array(2 * length)
      this.mirrors = new Uint32Array(2 * length)
    }
    for (let i = 0; i < length; i++) this.#slots[i] = firstSlot + i
    this.#graph.route(processor, this.#slots, 0, length, this.neighbors, this.mirrors)
    this.length = length
    this.firstSlot = firstSlot
  }
}
