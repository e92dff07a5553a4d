/** GML files: `graph [ node [ id 0 label "A" ] node [ id 1 ] edge [ source 0 target 1 ] ]`, in the order of nodes. */
import { ChannelList } from '../channel-list.ts'
import { find, type GmlList, listsOf, readGml } from './gml-lists.ts'
import { directedNote, droppedNote, Names, pushChannel, type RawNetwork } from './raw-network.ts'
import { failAt, type Source } from './source.ts'

export function parseGml(source: Source): RawNetwork {
  const [graph, second] = listsOf(source, readGml(source), 'graph')
  if (graph === undefined) return failAt(source, 0, 'expected a list “graph [ … ]”')
  if (second !== undefined) failAt(source, second.offset, 'expected one graph, found a second')
  const ids = new Names<number>(source)
  const labels: string[] = []
  const coordinates: number[] = []
  for (const { list, offset } of listsOf(source, graph.list, 'node')) {
    const id = integerOf(source, list, offset, 'node', 'id')
    if (ids.find(id) >= 0) failAt(source, offset, `expected another id for this node: ${id} is taken`)
    ids.meet(id, offset)
    labels.push(labelOf(list) || String(id))
    coordinates.push(...positionOf(list))
  }
  const channels = new ChannelList()
  let dropped = 0
  for (const { list, offset } of listsOf(source, graph.list, 'edge')) {
    const u = ids.find(integerOf(source, list, offset, 'edge', 'source'))
    const v = ids.find(integerOf(source, list, offset, 'edge', 'target'))
    if (u < 0 || v < 0) dropped++
    else pushChannel(source, channels, u, v, offset)
  }
  const directed = find(graph.list, 'directed')?.value === 1
  const notes = [...directedNote(directed), ...droppedNote(dropped)]
  return { labels, channels, coordinates: Float64Array.from(coordinates), notes }
}

function integerOf(source: Source, list: GmlList, offset: number, owner: string, key: string): number {
  const entry = find(list, key)
  if (entry === undefined) return failAt(source, offset, `expected “${key}” in this ${owner}`)
  const { value } = entry
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  return failAt(source, entry.offset, `expected an integer as the ${key} of this ${owner}`)
}

function labelOf(node: GmlList): string {
  const label = find(node, 'label')?.value ?? ''
  return typeof label === 'object' ? '' : String(label)
}

/** Longitude and latitude, or where the node is drawn; NaN where the file does not say. */
function positionOf(node: GmlList): [number, number] {
  const graphics = find(node, 'graphics')?.value
  const drawn = typeof graphics === 'object' ? graphics : []
  const x = find(node, 'longitude') ?? find(drawn, 'x')
  const y = find(node, 'latitude') ?? find(drawn, 'y')
  return [Number(x?.value ?? Number.NaN), Number(y?.value ?? Number.NaN)]
}
