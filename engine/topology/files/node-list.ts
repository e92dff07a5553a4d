import { ChannelList } from '../channel-list.ts'
import { directedNote, droppedNote, Names, pushChannel, type RawNetwork } from './raw-network.ts'
import type { Source } from './source.ts'

export type NodeId = number | string

/** A network whose file declares its nodes, with ids, labels and places; edges may come before the nodes they name. */
export class NodeList {
  directed = false
  readonly #source: Source
  readonly #ids: Names<NodeId>
  readonly #labels: string[] = []
  readonly #coordinates: number[] = []
  readonly #ends: NodeId[] = []
  readonly #weights: (number | undefined)[] = []

  constructor(source: Source) {
    this.#source = source
    this.#ids = new Names(source)
  }

  get size(): number {
    return this.#labels.length
  }

  has(id: NodeId): boolean {
    return this.#ids.find(id) >= 0
  }

  /** The index of a node, which is declared if it was not. Without another label, it is called by its id. */
  meet(id: NodeId, offset: number): number {
    const index = this.#ids.meet(id, offset)
    if (index === this.#labels.length) {
      this.#labels.push(String(id))
      this.#coordinates.push(Number.NaN, Number.NaN)
    }
    return index
  }

  label(index: number, label: string): void {
    if (label !== '') this.#labels[index] = label
  }

  /** Notes one coordinate: x (0) or y (1). */
  place(index: number, axis: 0 | 1, value: number): void {
    this.#coordinates[2 * index + axis] = value
  }

  join(u: NodeId, v: NodeId, weight?: number): void {
    this.#ends.push(u, v)
    this.#weights.push(weight)
  }

  /** The weight of the edge that was joined last. */
  weigh(weight: number | undefined): void {
    this.#weights[this.#weights.length - 1] = weight
  }

  /** Edges to nodes that were not declared are left out, with a note. */
  network(): RawNetwork {
    const channels = new ChannelList()
    let dropped = 0
    for (let i = 0; i < this.#ends.length; i += 2) {
      const u = this.#ids.find(this.#ends[i]!)
      const v = this.#ids.find(this.#ends[i + 1]!)
      if (u < 0 || v < 0) dropped++
      else pushChannel(this.#source, channels, u, v, 0, this.#weights[i / 2])
    }
    const notes = [...directedNote(this.directed), ...droppedNote(dropped)]
    return { labels: this.#labels, channels, coordinates: Float64Array.from(this.#coordinates), notes }
  }
}
