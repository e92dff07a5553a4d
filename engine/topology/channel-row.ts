import type { Graph, Numbers } from './graph.ts'

/**
 * Reads the channels of one processor after the other, in their order: those of a stored graph where they stand, those
 * of a computed one in arrays that are used again.
 */
export class ChannelRow {
  /** Channel i of the processor read last is at `begin + i`: the neighbour, and its number for the channel. */
  neighbors: Uint32Array = new Uint32Array(16)
  mirrors: Numbers
  begin = 0
  /** Behind its last channel. */
  end = 0
  /** Its first slot. */
  firstSlot = 0
  readonly #graph: Graph
  readonly #stored: boolean
  #processors = new Uint32Array(16)
  /** The slots of a computed graph's row, which become its mirrors. */
  #slots = new Uint32Array(16)

  constructor(graph: Graph) {
    this.#graph = graph
    const { stored } = graph
    this.#stored = stored !== null
    this.mirrors = stored?.mirrors ?? this.#slots
    if (stored !== null) this.neighbors = stored.neighbors
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
      this.#processors = new Uint32Array(2 * length)
      this.#slots = new Uint32Array(2 * length)
      this.neighbors = new Uint32Array(2 * length)
      this.mirrors = this.#slots
    }
    this.#processors.fill(processor, 0, length)
    for (let i = 0; i < length; i++) this.#slots[i] = this.firstSlot + i
    this.#graph.route(this.#processors, this.#slots, 0, length, this.neighbors, this.#slots)
  }
}
