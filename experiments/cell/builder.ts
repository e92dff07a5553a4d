import {
  type AnyAlgorithm,
  buildTopology,
  type Cell,
  ComputedInstance,
  type Graph,
  type PreparedCell,
  prepareCell,
  StoredGraph,
  topologies,
} from '../../engine/index.ts'

/** Builds cells; remembers the last network with its diameter and the texts of files, which neighbours share. */
export class CellBuilder {
  readonly #readFile: (path: string) => string
  readonly #readChunks: ((path: string) => Iterable<string>) | undefined
  readonly #texts = new Map<string, string>()
  #last: { readonly key: string; readonly graph: Graph } | null = null

  /** `readChunks` gives the same text in chunks that end where a line ends, for files that may be too long. */
  constructor(readFile: (path: string) => string, readChunks?: (path: string) => Iterable<string>) {
    this.#readFile = readFile
    this.#readChunks = readChunks
  }

  prepare(algorithm: AnyAlgorithm, cell: Cell): PreparedCell {
    const { random } = topologies.parse(cell.topology).entry
    const key = JSON.stringify([cell.topology, cell.n, random ? cell.seed : null])
    const build: typeof buildTopology = (spec, context) => {
      if (this.#last?.key !== key) {
        const graph = buildTopology(spec, { ...context, readChunks: this.#readChunks })
        this.#last = { key, graph: withDiameter(graph) }
      }
      return this.#last.graph
    }
    // Where an adversary chooses what happens next, no delays are drawn; the instance is the same with any.
    const timed = cell.evidence === undefined ? cell : { ...cell, delay: 'uniform' }
    return prepareCell(algorithm, timed, (path) => this.#text(path), build)
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
  return new StoredGraph(offsets, neighbors, mirrors, {
    ...details,
    diameter: new ComputedInstance(graph).diameter,
  })
}
