import { Graph, type GraphDetails } from '../graph.ts'

/**
 * A graph whose channels are computed instead of stored, so that it takes no memory for them. All processors have
 * the same degree and, up to their names, see the same network.
 */
export abstract class RegularGraph extends Graph {
  readonly n: number
  readonly m: number
  readonly #degree: number

  constructor(n: number, degree: number, details: GraphDetails) {
    super({ ...details, alike: true })
    this.n = n
    this.m = (n * degree) / 2
    this.#degree = degree
  }

  firstSlot(processor: number): number {
    return this.#degree * processor
  }

  degree(_processor: number): number {
    return this.#degree
  }

  get degreeMax(): number {
    return this.#degree
  }

  toSlots(processors: Uint32Array, channels: Uint32Array, length: number): void {
    const degree = this.#degree
    for (let i = 0; i < length; i++) channels[i]! += degree * processors[i]!
  }
}
