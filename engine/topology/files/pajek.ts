/** Pajek networks: *Vertices with labels and perhaps places, then *Edges, *Arcs, *Edgeslist, *Arcslist or *Matrix. */
import type { FileFormat } from './file-format.ts'
import { fieldsOf, firstLines, type Line, linesOf } from './lines.ts'
import { NumberedChannels, vertexCount } from './numbered.ts'
import { directedNote, type RawNetwork } from './raw-network.ts'
import { failAt, joined, quoted, type Source } from './source.ts'
import { weightIn } from './weight-in.ts'

export const pajek: FileFormat<'pajek'> = {
  name: 'pajek',
  title: 'Pajek',
  endings: ['net', 'paj', 'pajek'],
  recognises: (beginning) =>
    firstLines(beginning, 100).some(({ text }) => /^\*vertices\s+\d+/i.test(text)) &&
    firstLines(beginning, 100).every(({ text }, i) => i > 0 || /^[*%]/.test(text)),
  read(pieces) {
    const reader = new PajekReader(joined(pieces))
    for (const line of linesOf(reader.source))
      if (line.text !== '' && !line.text.startsWith('%')) reader.line(line)
    return reader.network()
  },
}

class PajekReader {
  readonly source: Source
  #section = ''
  #graph: NumberedChannels | undefined
  #labels: string[] = []
  #coordinates = new Float64Array(0)
  #directed = false
  /** The next row of a matrix. */
  #row = 0
  #pairs = new Set<number>()

  constructor(source: Source) {
    this.source = source
  }

  line(line: Line): void {
    if (line.text.startsWith('*')) this.#open(line)
    else if (this.#section === 'vertices') this.#readVertex(line)
    else if (this.#section === 'edges' || this.#section === 'arcs') this.#readList(line, 1)
    else if (this.#section === 'edgeslist' || this.#section === 'arcslist') this.#readList(line, Infinity)
    else if (this.#section === 'matrix') this.#readRow(line)
  }

  network(): RawNetwork {
    if (this.#graph === undefined) return failAt(this.source, 0, 'expected a section “*Vertices n”')
    const network = this.#graph.network(directedNote(this.#directed), this.#labels)
    return { ...network, coordinates: this.#coordinates }
  }

  #open(line: Line): void {
    const [name, count] = fieldsOf(this.source, line)
    this.#section = name!.text.slice(1).toLowerCase()
    if (this.#section === 'vertices') {
      if (this.#graph !== undefined) failAt(this.source, line.offset, 'expected one network, found a second')
      const n = vertexCount(this.source, count, line)
      this.#graph = new NumberedChannels(this.source, n)
      this.#labels = Array.from({ length: n }, (_, i) => String(i + 1))
      this.#coordinates = new Float64Array(2 * n).fill(Number.NaN)
    } else if (/^(edges|arcs|edgeslist|arcslist|matrix)$/.test(this.#section)) {
      if (this.#graph === undefined)
        failAt(this.source, line.offset, 'expected a section “*Vertices n” first')
      if (this.#section.startsWith('arcs')) this.#directed = true
      this.#row = 0
    } else if (!/^(network|partition|vector)$/.test(this.#section))
      failAt(
        this.source,
        line.offset,
        `expected *Vertices, *Edges, *Arcs or *Matrix, found ${quoted(name!.text)}`,
      )
  }

  #readVertex(line: Line): void {
    const [number, label, x, y] = fieldsOf(this.source, line)
    const index = this.#graph!.vertex(number, line)
    if (label !== undefined && label.text !== '') this.#labels[index] = label.text
    if (x === undefined || y === undefined || x.text === '' || y.text === '') return
    this.#coordinates[2 * index] = Number(x.text)
    this.#coordinates[2 * index + 1] = Number(y.text)
  }

  /** “u v …”: an edge to the second, or to all that follow. */
  #readList(line: Line, count: number): void {
    const [first, ...others] = fieldsOf(this.source, line)
    const u = this.#graph!.vertex(first, line)
    if (others.length === 0) this.#graph!.vertex(undefined, line)
    for (const other of others.slice(0, count)) {
      const v = this.#graph!.vertex(other, line)
      this.#graph!.join(u, v, other.offset, count === 1 ? weightIn(others[1]?.text) : undefined)
    }
  }

  #readRow(line: Line): void {
    const graph = this.#graph!
    const fields = fieldsOf(this.source, line)
    if (this.#row === graph.n || fields.length !== graph.n)
      failAt(this.source, line.offset, `expected ${graph.n} rows of ${graph.n} entries`)
    for (const [v, { text, offset }] of fields.entries()) {
      if (Number.isNaN(Number(text))) failAt(this.source, offset, `expected a number, found ${quoted(text)}`)
      if (Number(text) === 0 || this.#pairs.has(v * graph.n + this.#row)) continue
      this.#pairs.add(this.#row * graph.n + v)
      graph.join(this.#row, v, offset, Number(text))
    }
    this.#row++
  }
}
