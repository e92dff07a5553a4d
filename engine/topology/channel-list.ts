import { grown } from '../typed-arrays.ts'
import type { GraphDetails, WeightedChannels } from './graph.ts'
import { graphFromChannels, type StoredGraph } from './stored-graph.ts'

/** A growing list of channels {u, v} in typed arrays, from which a graph is made. */
export class ChannelList {
  #u: Uint32Array
  #v: Uint32Array
  #weights: Float64Array | null = null
  #length = 0

  /** `capacity` is the number of channels expected; the list grows beyond it as needed. */
  constructor(capacity = 1024) {
    this.#u = new Uint32Array(Math.max(1, capacity))
    this.#v = new Uint32Array(Math.max(1, capacity))
  }

  get length(): number {
    return this.#length
  }

  get u(): Uint32Array {
    return this.#u.subarray(0, this.#length)
  }

  get v(): Uint32Array {
    return this.#v.subarray(0, this.#length)
  }

  /** The channels with their weights; null if none has one. */
  get weighted(): WeightedChannels | null {
    const weights = this.#weights?.subarray(0, this.#length)
    return weights === undefined ? null : { u: this.u, v: this.v, weights }
  }

  /** The weight of a channel, if it has one. */
  weightOf(index: number): number | undefined {
    return this.#weights?.[index]
  }

  push(u: number, v: number, weight?: number): void {
    if (this.#length === this.#u.length) {
      this.#u = grown(this.#u)
      this.#v = grown(this.#v)
      if (this.#weights !== null) this.#weights = grown(this.#weights)
    }
    // Most networks have no weights, and take no memory for them.
    if (weight !== undefined)
      this.#weights ??= new Float64Array(this.#u.length).fill(Number.NaN, 0, this.#length)
    if (this.#weights !== null) this.#weights[this.#length] = weight ?? Number.NaN
    this.#u[this.#length] = u
    this.#v[this.#length++] = v
  }

  /** Puts the channel {u, v} in place of the one at `index`. */
  replace(index: number, u: number, v: number): void {
    this.#u[index] = u
    this.#v[index] = v
  }

  /** End 2i or 2i + 1 is one of the two processors of channel i: a draw of it favours high degrees. */
  end(index: number): number {
    return (index & 1) === 0 ? this.#u[index >>> 1]! : this.#v[index >>> 1]!
  }

  /** The graph with these channels, numbered at each processor in the order of the list. */
  toGraph(n: number, details: GraphDetails = {}): StoredGraph {
    const { weighted } = this
    return graphFromChannels(n, this.u, this.v, weighted === null ? details : { ...details, weighted })
  }
}
