import {
  type AnyAlgorithm,
  buildTopology,
  type Cell,
  type Graph,
  type PreparedCell,
  Problem,
  prepareCell,
  StoredGraph,
  topologies,
} from '../../engine/index.ts'

/** Builds cells; remembers the last network with its diameter and the texts of files, which neighbours share. */
export class CellBuilder {
  readonly #readFile: (path: string) => string
  readonly #texts = new Map<string, string>()
  #last: { readonly key: string; readonly graph: Graph } | null = null

  constructor(readFile: (path: string) => string) {
    this.#readFile = readFile
  }

  prepare(algorithm: AnyAlgorithm, cell: Cell): PreparedCell {
    const { random } = topologies.parse(cell.topology).entry
    const key = JSON.stringify([cell.topology, cell.n, random ? cell.seed : null])
    const build: typeof buildTopology = (spec, context) => {
      if (this.#last?.key !== key) this.#last = { key, graph: withDiameter(buildTopology(spec, context)) }
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

/** The graph with its diameter, the search for which often takes longer than a run. */
function withDiameter(graph: Graph): Graph {
  if (!(graph instanceof StoredGraph) || graph.details.diameter !== undefined) return graph
  const { offsets, neighbors, mirrors, details } = graph
  return new StoredGraph(offsets, neighbors, mirrors, { ...details, diameter: new Problem(graph).diameter })
}
