import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import type { Random, Streams } from '../random.ts'
import { parseIntegerList } from '../specs/integer-list.ts'
import { didYouMean } from '../suggest.ts'
import { centre, periphery } from '../topology/centre.ts'
import type { Graph } from '../topology/graph.ts'
import { withShuffledChannels, withSortedChannels } from '../topology/renumber.ts'
import { assignIdentifiers } from './identifiers.ts'
import { LARGEST, type ParsedInputs, rootAt } from './parse-inputs.ts'

/** What the processors of a network are given before they start. */
export interface AssignedInputs {
  /** The same network with its channels numbered as asked. */
  readonly graph: Graph
  readonly ids: Uint32Array
  readonly values: Uint32Array
  /** What the algorithm requires further, by name. */
  readonly fields: Readonly<Record<string, Uint32Array>>
  readonly root: number
}

/** Assigns identifiers, values, root and channel numbers; each draws from its own stream. */
export function assignInputs(
  { values: inputs, fields }: Pick<ParsedInputs, 'values' | 'fields'>,
  graph: Graph,
  algorithm: AnyAlgorithm,
  streams: Streams,
): AssignedInputs {
  return {
    graph: numberChannels(inputs.ports, graph, streams.stream('ports')),
    ids: assignIdentifiers(inputs.ids, graph.n, algorithm, streams.stream('identifiers')),
    values: assignValues('values', inputs.values, graph.n, streams.stream('values')),
    fields: assignFields(fields, graph.n, algorithm, streams),
    root: chooseRoot(inputs.root, graph, streams.stream('root')),
  }
}

/** By default the numbering is arbitrary, unless the topology gives it a meaning. */
function numberChannels(rule: string, graph: Graph, stream: Random): Graph {
  const oriented = graph.details.orientation != null
  if (rule === 'shuffled' || (rule === 'default' && !oriented)) return withShuffledChannels(graph, stream)
  return rule === 'sorted' ? withSortedChannels(graph) : graph
}

/** Random values are independent and uniform in 0 … n − 1, random bits in 0 and 1. */
function assignValues(key: string, rule: string, n: number, stream: Random): Uint32Array {
  if (rule === 'random') return randomValues(n, n, stream)
  if (rule === 'bits') return randomValues(n, 2, stream)
  const values = parseIntegerList(rule, LARGEST, `inputs ${key}=${rule}`)
  if (values.length !== n)
    throw new InputError(`inputs ${key}=${rule}: ${values.length} values for ${n} processors`)
  return Uint32Array.from(values)
}

/** Each field that the algorithm requires, from a stream of its own. */
function assignFields(
  rules: Readonly<Record<string, string>>,
  n: number,
  { name, requires: { fields = [] } }: AnyAlgorithm,
  streams: Streams,
): Readonly<Record<string, Uint32Array>> {
  const unknown = Object.keys(rules).find((field) => !fields.includes(field))
  if (unknown !== undefined)
    throw new InputError(
      `inputs: ${name} has no field “${unknown}”${didYouMean(unknown, fields) || (fields.length > 0 ? `; it has ${fields.join(', ')}` : '')}`,
    )
  return Object.fromEntries(
    fields.map((field) => [
      field,
      assignValues(`field.${field}`, rules[field] ?? 'random', n, streams.stream(`field ${field}`)),
    ]),
  )
}

function randomValues(n: number, below: number, stream: Random): Uint32Array {
  const values = new Uint32Array(n)
  for (let p = 0; p < n; p++) values[p] = stream.integer(below)
  return values
}

function chooseRoot(rule: string, graph: Graph, stream: Random): number {
  if (rule === 'random') return stream.integer(graph.n)
  if (rule === 'first') return 0
  if (rule === 'centre') return centre(graph)
  if (rule === 'periphery') return periphery(graph)
  return rootAt(rule, graph.n)!
}
