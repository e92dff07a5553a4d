/** What the formats have in common whose vertices are numbered. */
import { ChannelList } from '../channel-list.ts'
import { type Labels, numberLabels } from '../labels.ts'
import { processorsMax } from '../sizes.ts'
import type { Line } from './lines.ts'
import { pushChannel, type RawNetwork } from './raw-network.ts'
import { failAt, quoted, type Source } from './source.ts'

/** The numbers from `first` on, as labels. */
export function numbersFrom(first: number, n: number): Labels {
  return numberLabels(Float64Array.from({ length: n }, (_, i) => i + first))
}

/** A whole number in a file; an error says what was expected. */
export function wholeNumber(source: Source, { text, offset }: Line, expected: string): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : -1
  return value >= 0 ? value : failAt(source, offset, `expected ${expected}, found ${quoted(text)}`)
}

/** The number of vertices that a file says it has. */
export function vertexCount(source: Source, field: Line | undefined, line: Line): number {
  if (field === undefined) return failAt(source, line.offset, 'expected the number of vertices')
  const n = wholeNumber(source, field, 'the number of vertices')
  return n <= processorsMax
    ? n
    : failAt(source, field.offset, `expected at most ${processorsMax} vertices, found ${field.text}`)
}

/** The channels among vertices 1 … n, as they are read. */
export class NumberedChannels {
  readonly n: number
  readonly channels = new ChannelList()
  readonly #source: Source

  constructor(source: Source, n: number) {
    this.#source = source
    this.n = n
  }

  /** The index of a vertex: its number less one. */
  vertex(field: Line | undefined, line: Line): number {
    const { text, offset } = field ?? { text: '', offset: line.offset + line.text.length }
    const number = /^\d{1,15}$/.test(text) ? Number(text) : 0
    if (number >= 1 && number <= this.n) return number - 1
    return failAt(this.#source, offset, `expected a vertex from 1 to ${this.n}, found ${quoted(text)}`)
  }

  join(u: number, v: number, offset: number, weight?: number): void {
    pushChannel(this.#source, this.channels, u, v, offset, weight)
  }

  network(notes: readonly string[] = [], labels: Labels = numbersFrom(1, this.n)): RawNetwork {
    return { labels, channels: this.channels, notes }
  }
}
