import {
  type AnyAlgorithm,
  buildTopology,
  type Cell,
  type Graph,
  type PreparedCell,
  prepareCell,
} from '../../engine/index.ts'

/** Builds cells; remembers the last network and the texts of files, which neighbouring cells share. */
export class CellBuilder {
  readonly #readFile: (path: string) => string
  readonly #texts = new Map<string, string>()
  #last: { readonly key: string; readonly graph: Graph } | null = null

  constructor(readFile: (path: string) => string) {
    this.#readFile = readFile
  }

  prepare(algorithm: AnyAlgorithm, cell: Cell): PreparedCell {
    const key = JSON.stringify([cell.topology, cell.n, cell.seed])
    const build: typeof buildTopology = (spec, context) => {
      if (this.#last?.key !== key) this.#last = { key, graph: buildTopology(spec, context) }
      return this.#last.graph
    }
    return prepareCell(algorithm, cell, (path) => this.#text(path), build)
  }

  #text(path: string): string {
    const text = this.#texts.get(path) ?? this.#readFile(path)
    this.#texts.set(path, text)
    return text
  }
}
