/** GML files: `graph [ node [ id 0 label "A" ] node [ id 1 ] edge [ source 0 target 1 ] ]`, in the order of nodes. */
import type { FileFormat } from './file-format.ts'
import { failNoValue, find, type GmlEntry, type GmlList, isList, listsOf, readGml } from './gml-lists.ts'
import { type NodeId, NodeList } from './node-list.ts'
import type { RawNetwork } from './raw-network.ts'
import { failAt, joined, type Source } from './source.ts'
import { weightIn } from './weight-in.ts'

export const gml: FileFormat<'gml'> = {
  name: 'gml',
  title: 'GML',
  endings: ['gml'],
  recognises: ({ text }) => /^\s*graph\s*\[/m.test(text.slice(0, 4096)),
  read: (pieces) => parseGml(joined(pieces)),
}

function parseGml(source: Source): RawNetwork {
  const [graph, second] = listsOf(source, readGml(source), 'graph')
  if (graph === undefined) return failAt(source, 0, 'expected a list “graph [ … ]”')
  if (second !== undefined) failAt(source, second.offset, 'expected one graph, found a second')
  const nodes = new NodeList(source)
  for (const { list, offset } of listsOf(source, graph.list, 'node')) {
    const id = idOf(source, list, offset, 'node', 'id')
    if (nodes.has(id)) failAt(source, offset, `expected another id for this node: ${id} is taken`)
    const index = nodes.meet(id, offset)
    nodes.label(index, textOf(find(list, 'label')) || textOf(find(list, 'name')))
    for (const [axis, value] of positionOf(list).entries()) nodes.place(index, axis as 0 | 1, value)
  }
  for (const { list, offset } of listsOf(source, graph.list, 'edge')) {
    const [u, v] = (['source', 'target'] as const).map((key) => idOf(source, list, offset, 'edge', key))
    nodes.join(u!, v!, weightIn((find(list, 'weight') ?? find(list, 'value'))?.value))
  }
  nodes.directed = find(graph.list, 'directed')?.value === 1
  return nodes.network()
}

/** Integers, as GML has it, or strings in quotation marks, which some programs write. */
function idOf(source: Source, list: GmlList, offset: number, owner: string, key: string): NodeId {
  const entry = find(list, key)
  if (entry === undefined) return failAt(source, offset, `expected “${key}” in this ${owner}`)
  const { value } = entry
  if (typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))) return value
  if (typeof value === 'object' && !isList(value)) return failNoValue(source, key, entry.offset)
  return failAt(source, entry.offset, `expected an integer as the ${key} of this ${owner}`)
}

const textOf = (entry: GmlEntry | undefined): string =>
  entry === undefined || typeof entry.value === 'object' ? '' : String(entry.value)

/** Longitude and latitude, or where the node is drawn; NaN where the file does not say. */
function positionOf(node: GmlList): [number, number] {
  const graphics = find(node, 'graphics')?.value
  const drawn = isList(graphics) ? graphics : []
  const x = find(node, 'longitude') ?? find(drawn, 'x')
  const y = find(node, 'latitude') ?? find(drawn, 'y')
  return [Number(x?.value ?? Number.NaN), Number(y?.value ?? Number.NaN)]
}
