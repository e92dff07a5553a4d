import type { ChannelList } from '../channel-list.ts'
import type { Labels } from '../labels.ts'
import { counted } from '../notes.ts'
import { channelsMax } from '../sizes.ts'
import { failAt, type Source } from './source.ts'

/** A network as a file states it: there may be loops, parallel channels and several components. */
export interface RawNetwork {
  /** The names of the processors. */
  readonly labels: Labels
  readonly channels: ChannelList
  /** x and y in turn, NaN where the file has none. */
  readonly coordinates?: Float64Array
  /** What was done to the file already. */
  readonly notes: readonly string[]
}

/** More names than this do not fit into one table. */
export const namesMax = 2 ** 24 - 1

/** Names of processors, numbered in the order in which they are first met. */
export class Names<Name extends number | string> {
  readonly #source: Source
  readonly #indices = new Map<Name, number>()

  constructor(source: Source) {
    this.#source = source
  }

  get size(): number {
    return this.#indices.size
  }

  get all(): Name[] {
    return [...this.#indices.keys()]
  }

  /** The number of a name that was met before, or −1. */
  find(name: Name): number {
    return this.#indices.get(name) ?? -1
  }

  /** The number of a name; `offset` is where it stands. */
  meet(name: Name, offset: number): number {
    const known = this.#indices.get(name)
    if (known !== undefined) return known
    const index = this.#indices.size
    if (index === namesMax) failAt(this.#source, offset, `expected at most ${namesMax} processors`)
    this.#indices.set(name, index)
    return index
  }
}

/** Adds a channel of the file to the list, up to the number that there is room for. */
export function pushChannel(
  source: Source,
  channels: ChannelList,
  u: number,
  v: number,
  offset: number,
  weight?: number,
): void {
  if (channels.length === channelsMax) failAt(source, offset, `expected at most ${channelsMax} channels`)
  channels.push(u, v, weight)
}

/** The notes on what a file has that a network has not. */
export function directedNote(directed: boolean): string[] {
  return directed ? ['took directed channels as undirected'] : []
}

export function droppedNote(dropped: number): string[] {
  return dropped === 0
    ? []
    : [`dropped ${counted(dropped, 'channel')} to processors that the file does not define`]
}
