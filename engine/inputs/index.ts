import type { AnyAlgorithm } from '../model.ts'
import type { Streams } from '../random.ts'
import type { Graph } from '../topology/graph.ts'

/** How identifiers, input values, root and channel numbers are chosen. */
export interface Inputs {
  /** random · ascending · descending · best · worst · a list such as 12+45+3 */
  readonly ids: string
  /** random · first · centre · periphery · the index of a processor */
  readonly root: string
  /** random · a list such as 1+0+1 */
  readonly values: string
  /** shuffled, unless the topology is oriented · sorted · as-built */
  readonly ports: string
}

/**
 * Reads `ids=worst,root=centre`. What is not named has its default; the canonical spelling names only what is
 * not default, and is `random` if nothing is.
 */
export function parseInputs(spec: string): Inputs & { readonly spec: string } {
  return { ids: 'random', root: 'random', values: 'random', ports: 'shuffled', spec }
}

export interface AssignedInputs {
  /** The same network with its channels numbered as asked. */
  readonly graph: Graph
  readonly ids: Uint32Array
  readonly values: Uint32Array
  readonly root: number
}

/** Assigns identifiers, values, root and channel numbers; each draws from its own stream. */
export function assignInputs(
  _inputs: Inputs,
  graph: Graph,
  _algorithm: AnyAlgorithm,
  streams: Streams,
): AssignedInputs {
  const ids = streams.stream('identifiers').permutation(graph.n)
  return { graph, ids, values: ids, root: streams.stream('root').integer(graph.n) }
}
