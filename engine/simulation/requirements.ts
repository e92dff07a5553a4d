import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Shape } from '../model.ts'
import type { Graph } from '../topology/graph.ts'

/** Throws, saying what would satisfy it, unless the network and the timing are what the algorithm requires. */
export function assertRequirements(
  algorithm: AnyAlgorithm,
  graph: Graph,
  timing: 'synchronous' | 'asynchronous',
): void {
  const { name, requires } = algorithm
  if (requires.shape !== undefined && !hasShape[requires.shape](graph))
    throw new InputError(
      `${name} requires a ${requires.shape}; this network is none (${remedies[requires.shape]})`,
    )
  if (requires.orientation && graph.details.orientation == null)
    throw new InputError(
      `${name} requires consistently numbered channels; this network has none (use an oriented one, such as ring)`,
    )
  if (timing === 'asynchronous' && algorithm.uponRound !== undefined)
    throw new InputError(`${name} is written in rounds; run it with the synchronous timing`)
  if (timing === 'asynchronous' && requires.synchronous)
    throw new InputError(`${name} requires the synchronous model; run it with the synchronous timing`)
}

const remedies: Readonly<Record<Shape, string>> = {
  ring: 'use topology ring',
  tree: 'use path, star, balanced-tree, random-tree or caterpillar',
  complete: 'use topology complete',
}

const hasShape: Readonly<Record<Shape, (graph: Graph) => boolean>> = {
  ring: (graph) => graph.n >= 3 && everyDegree(graph, 2),
  tree: (graph) => graph.m === graph.n - 1,
  complete: (graph) => everyDegree(graph, graph.n - 1),
}

function everyDegree(graph: Graph, degree: number): boolean {
  for (let p = 0; p < graph.n; p++) if (graph.degree(p) !== degree) return false
  return true
}
