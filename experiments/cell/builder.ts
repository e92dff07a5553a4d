import {
  type AnyAlgorithm,
  buildTopology,
  type Cell,
  ComputedInstance,
  type Graph,
  type PreparedCell,
  type PreparedInstance,
  prepareCell,
  prepareInstance,
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
    return prepareCell(algorithm, cell, this.#text, this.#buildFor(cell))
  }

  /** The same without delays, where an adversary chooses what happens next. */
  prepareInstance(algorithm: AnyAlgorithm, cell: Cell): PreparedInstance {
    return prepareInstance(algorithm, cell, this.#text, this.#buildFor(cell))
  }

  /** Builds the network of a cell, unless it is the last one built. */
  #buildFor(cell: Cell): typeof buildTopology {
    const { random } = topologies.parse(cell.topology).entry
    const key = JSON.stringify([cell.topology, cell.n, random ? cell.seed : null])
    return (spec, context) => {
      if (this.#last?.key !== key) {
        const graph = buildTopology(spec, { ...context, readChunks: this.#readChunks })
        this.#last = { key, graph: withDiameter(graph) }
      }
      return this.#last.graph
    }
  }

  readonly #text = (path: string): string => {
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
