import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import type { Random, Streams } from '../random.ts'
import { parseIntegerList } from '../specs/integer-list.ts'
import { centre, periphery } from '../topology/centre.ts'
import type { Graph } from '../topology/graph.ts'
import { withShuffledChannels, withSortedChannels } from '../topology/renumber.ts'
import { assignIdentifiers } from './identifiers.ts'
import { type Inputs, LARGEST, rootAt } from './parse-inputs.ts'

/** What the processors of a network are given before they start. */
export interface AssignedInputs {
  /** The same network with its channels numbered as asked. */
  readonly graph: Graph
  readonly ids: Uint32Array
  readonly values: Uint32Array
  readonly root: number
}

/** Assigns identifiers, values, root and channel numbers; each draws from its own stream. */
export function assignInputs(
  inputs: Inputs,
  graph: Graph,
  algorithm: AnyAlgorithm,
  streams: Streams,
): AssignedInputs {
  return {
    graph: numberChannels(inputs.ports, graph, streams.stream('ports')),
    ids: assignIdentifiers(inputs.ids, graph.n, algorithm, streams.stream('identifiers')),
    values: assignValues(inputs.values, graph.n, streams.stream('values')),
    root: chooseRoot(inputs.root, graph, streams.stream('root')),
  }
}

/** By default the numbering is arbitrary, unless the topology gives it a meaning. */
function numberChannels(rule: string, graph: Graph, stream: Random): Graph {
  const oriented = graph.details.orientation != null
  if (rule === 'shuffled' || (rule === 'default' && !oriented)) return withShuffledChannels(graph, stream)
  return rule === 'sorted' ? withSortedChannels(graph) : graph
}

/** Random values are independent and uniform in 0 … n − 1. */
function assignValues(rule: string, n: number, stream: Random): Uint32Array {
  if (rule === 'random') return randomValues(n, stream)
  const values = parseIntegerList(rule, LARGEST, `inputs values=${rule}`)
  if (values.length !== n)
    throw new InputError(`inputs values=${rule}: ${values.length} values for ${n} processors`)
  return Uint32Array.from(values)
}

function randomValues(n: number, stream: Random): Uint32Array {
  const values = new Uint32Array(n)
  for (let p = 0; p < n; p++) values[p] = stream.integer(n)
  return values
}

function chooseRoot(rule: string, graph: Graph, stream: Random): number {
  if (rule === 'random') return stream.integer(graph.n)
  if (rule === 'first') return 0
  if (rule === 'centre') return centre(graph)
  if (rule === 'periphery') return periphery(graph)
  return rootAt(rule, graph.n)!
}
