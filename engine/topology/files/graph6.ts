/** graph6, sparse6 and digraph6 (McKay): a graph a line, in characters of six bits each. */
import { ChannelList } from '../channel-list.ts'
import type { FileFormat } from './file-format.ts'
import { firstLines, type Line, linesOf } from './lines.ts'
import { numbersFrom } from './numbered.ts'
import { directedNote, pushChannel } from './raw-network.ts'
import { failAt, joined, type Source } from './source.ts'

const header = /^>>(?:graph6|sparse6|digraph6)<</

export const graph6: FileFormat<'graph6'> = {
  name: 'graph6',
  title: 'graph6',
  endings: ['g6', 's6', 'd6', 'graph6', 'sparse6', 'digraph6'],
  recognises(beginning) {
    const [first] = firstLines(beginning, 1)
    return first !== undefined && (header.test(first.text) || isWhole(first.text))
  },
  read(pieces) {
    const source = joined(pieces)
    const [line, second] = [...linesOf(source)].filter(({ text }) => text.replace(header, '') !== '')
    if (line === undefined) return failAt(source, 0, 'expected a graph in graph6 or sparse6')
    if (second !== undefined) failAt(source, second.offset, 'expected one graph, found a second')
    return readGraph(source, line)
  },
}

type Kind = 'graph6' | 'sparse6' | 'digraph6'

const kindOf = (text: string): Kind =>
  text.startsWith(':') ? 'sparse6' : text.startsWith('&') ? 'digraph6' : 'graph6'

/** Whether a line is a graph of two vertices at least, of the length that their number demands. */
function isWhole(text: string): boolean {
  const kind = kindOf(text)
  const codes = sixBits(kind === 'graph6' ? text : text.slice(1))
  if (codes === null) return false
  const { n, at } = readCount(codes)
  if (!(n >= 2)) return false
  return kind === 'sparse6' ? codes.length > at : codes.length - at === Math.ceil(pairsOf(kind, n) / 6)
}

const pairsOf = (kind: Kind, n: number): number => (kind === 'digraph6' ? n * n : (n * (n - 1)) / 2)

/** The numbers 0 … 63 that the characters stand for; null if one is none. */
function sixBits(text: string): Uint8Array | null {
  if (text === '' || !/^[?-~]+$/.test(text)) return null
  return Uint8Array.from(text, (character) => character.charCodeAt(0) - 63)
}

/** The number of vertices, and where the edges begin. One, three or six characters tell it. */
function readCount(codes: Uint8Array): { readonly n: number; readonly at: number } {
  const [start, digits] = codes[0] !== 63 ? [0, 1] : codes[1] !== 63 ? [1, 3] : [2, 6]
  let n = 0
  for (let i = start; i < start + digits; i++) n = 64 * n + (codes[i] ?? Number.NaN)
  return { n, at: start + digits }
}

function readGraph(source: Source, line: Line) {
  const text = line.text.replace(header, '')
  const offset = line.offset + line.text.length - text.length
  const kind = kindOf(text)
  const codes = sixBits(kind === 'graph6' ? text : text.slice(1))
  if (codes === null) return failAt(source, offset, 'expected characters from “?” to “~” alone')
  const { n, at } = readCount(codes)
  const length = Math.ceil(pairsOf(kind, n) / 6)
  if (Number.isNaN(n) || (kind !== 'sparse6' && codes.length - at !== length))
    return failAt(
      source,
      offset,
      `expected ${at + (length || 0)} characters of ${kind}, found ${codes.length}`,
    )
  const channels = new ChannelList()
  const join = (u: number, v: number) => pushChannel(source, channels, u, v, offset)
  const bits = { codes, at: 6 * at }
  if (kind === 'sparse6') readSparse(bits, n, join)
  else readDense(bits, n, kind === 'digraph6', join)
  return { labels: numbersFrom(0, n), channels, notes: directedNote(kind === 'digraph6') }
}

interface Bits {
  readonly codes: Uint8Array
  /** The next bit. */
  at: number
}

/** The next bits as a number; −1 if there are not so many. */
function take(bits: Bits, count: number): number {
  if (bits.at + count > 6 * bits.codes.length) return -1
  let number = 0
  for (let i = 0; i < count; i++, bits.at++)
    number = 2 * number + ((bits.codes[Math.floor(bits.at / 6)]! >> (5 - (bits.at % 6))) & 1)
  return number
}

/** The upper triangle column by column, or the whole matrix row by row. */
function readDense(bits: Bits, n: number, whole: boolean, join: (u: number, v: number) => void): void {
  for (let v = 0; v < n; v++)
    for (let u = 0; u < (whole ? n : v); u++) {
      if (take(bits, 1) !== 1) continue
      if (whole) join(v, u)
      else join(u, v)
    }
}

/** Pairs (b, x): b moves on to the next vertex v; then x > v moves there, and any other x is a neighbour of v. */
function readSparse(bits: Bits, n: number, join: (u: number, v: number) => void): void {
  const width = n <= 1 ? 0 : Math.ceil(Math.log2(n))
  let v = 0
  for (;;) {
    const b = take(bits, 1)
    const x = b < 0 ? -1 : take(bits, width)
    if (x < 0) return
    if (b === 1) v++
    if (v >= n || x >= n) return
    if (x > v) v = x
    else join(x, v)
  }
}
