/**
 * METIS files (Karypis and Kumar): a line “n m [fmt [ncon]]”, then for each vertex a line with its neighbours, from 1
 * on. The digits of fmt say whether vertices have sizes and weights, and edges weights; these are passed over.
 */
import type { FileFormat } from './file-format.ts'
import { type Field, fieldsOf, type Line, linesOf } from './lines.ts'
import { NumberedChannels, vertexCount, wholeNumber } from './numbered.ts'
import { failAt, joined, type Source } from './source.ts'
import { weightIn } from './weight-in.ts'

export const metis: FileFormat<'metis'> = {
  name: 'metis',
  title: 'METIS',
  endings: ['metis', 'graph'],
  recognises: looksLikeMetis,
  read(pieces) {
    const source = joined(pieces)
    const lines = contentLines(source)
    const first = lines.next().value ?? failAt(source, 0, 'expected a METIS header “n m”')
    const header = readHeader(source, first)
    const graph = new NumberedChannels(source, header.n)
    /** The number of a pair, for the ends of edges upwards and downwards. */
    const pairs: [up: number[], down: number[]] = [[], []]
    for (let u = 0; u < header.n; u++) {
      const line = lines.next().value
      if (line === undefined)
        return failAt(source, source.text.length, `expected ${header.n} lines of neighbours, found ${u}`)
      const fields = fieldsOf(source, line)
      for (const [i, field] of neighboursIn(fields, header).entries()) {
        const v = graph.vertex(field, line)
        const weight = header.each === 2 ? fields[header.before + 2 * i + 1]?.text : undefined
        if (u <= v) graph.join(u, v, field.offset, weightIn(weight))
        if (u !== v) pairs[u < v ? 0 : 1].push(Math.min(u, v) * header.n + Math.max(u, v))
      }
    }
    for (const { text, offset } of lines)
      if (text !== '') failAt(source, offset, `expected the end after ${header.n} lines of neighbours`)
    assertBothWays(source, first, pairs, header)
    return graph.network()
  },
}

interface Header {
  readonly n: number
  readonly m: number
  /** How many numbers stand before the neighbours of a vertex. */
  readonly before: number
  /** How many numbers each neighbour takes: two where edges have weights. */
  readonly each: 1 | 2
}

/** The lines but for comments. An empty one is that of a vertex without neighbours. */
function* contentLines(source: Source): Generator<Line, undefined> {
  let begun = false
  for (const line of linesOf(source)) {
    if (line.text.startsWith('%') || (!begun && line.text === '')) continue
    begun = true
    yield line
  }
}

function readHeader(source: Source, line: Line): Header {
  const [n, m, fmt, ncon, more] = fieldsOf(source, line)
  if (m === undefined || more !== undefined || !/^[01]{1,3}$/.test(fmt?.text ?? '0'))
    return failAt(source, line.offset, 'expected a METIS header “n m”, “n m fmt” or “n m fmt ncon”')
  const [sizes, weights, edgeWeights] = (fmt?.text ?? '0').padStart(3, '0')
  const constraints = ncon === undefined ? 1 : wholeNumber(source, ncon, 'the number of weights')
  return {
    n: vertexCount(source, n, line),
    m: wholeNumber(source, m, 'the number of edges'),
    before: Number(sizes) + Number(weights) * constraints,
    each: edgeWeights === '1' ? 2 : 1,
  }
}

const neighboursIn = (fields: readonly Field[], { before, each }: Header): Field[] =>
  fields.filter((_, i) => i >= before && (i - before) % each === 0)

/** Every edge must stand at both of its ends, and there must be as many as the header says. */
function assertBothWays(source: Source, first: Line, pairs: readonly number[][], { n, m }: Header): void {
  const [up, down] = pairs.map((keys) => Float64Array.from(keys).sort()) as [Float64Array, Float64Array]
  const odd = up.length < down.length ? down[oddOne(down, up)] : up[oddOne(up, down)]
  if (odd !== undefined)
    failAt(
      source,
      first.offset,
      `expected METIS, in which every edge stands at both ends: ${Math.floor(odd / n) + 1} to ${(odd % n) + 1} does not`,
    )
  if (up.length !== m)
    failAt(source, first.offset, `expected as many edges as the METIS header says, ${m}, found ${up.length}`)
}

const oddOne = (some: Float64Array, others: Float64Array): number =>
  some.findIndex((key, i) => key !== others[i])

/** A header, and lines of neighbours that fit it: each names others, none twice, and is named by those that it names. */
function looksLikeMetis(source: Source): boolean {
  const lines = contentLines(source)
  const first = lines.next().value
  if (first === undefined || !/^\d{1,9}\s+\d{1,10}(\s+[01]{1,3}(\s+\d{1,2})?)?$/.test(first.text))
    return false
  const header = readHeader(source, first)
  if (header.m === 0) return false
  const rows: number[][] = []
  let entries = 0
  for (const line of lines) {
    if (rows.length === header.n && line.text === '') continue
    if (rows.length === header.n || !/^[\d\s.]*$/.test(line.text)) return false
    const row = neighboursIn(fieldsOf(source, line), header).map(({ text }) => Number(text))
    rows.push(row)
    entries += row.length
    if (entries > 2 * header.m || new Set(row).size < row.length) return false
    if (row.some((v) => !(v >= 1 && v <= header.n && v !== rows.length))) return false
  }
  const whole = rows.length === header.n && entries === 2 * header.m
  // The last line of a beginning may be cut.
  const known = whole ? rows : rows.slice(0, -1)
  const mutual = known.every((row, u) => row.every((v) => known[v - 1]?.includes(u + 1) ?? !whole))
  return mutual && (whole || source.continues === true)
}
