import type { NodeId, NodeList } from './node-list.ts'
import { weightIn } from './weight-in.ts'

type Fail = (message: string) => never
type Fields = Readonly<Record<string, unknown>>

const endNames = Object.entries({ source: 'target', from: 'to' })

/** Adds the nodes and edges of a JSON document. */
export function addJsonGraph(content: unknown, nodes: NodeList, fail: Fail): void {
  if (Array.isArray(content) && !content.some(isFields)) addPairs(content, nodes, fail)
  else if (Array.isArray(content)) addElements(content, nodes, fail)
  else if (isFields(content)) addDocument(content, nodes, fail)
  else fail('expected an object with “nodes” and “links”')
}

function addDocument(content: Fields, nodes: NodeList, fail: Fail): void {
  const graph = isFields(content.graph) && hasLists(content.graph) ? content.graph : content
  nodes.directed = content.directed === true || graph.directed === true
  if (isFields(graph.options) && graph.options.type === 'directed') nodes.directed = true
  if (Array.isArray(content.elements)) return addElements(content.elements, nodes, fail)
  const lists = isFields(content.elements) ? content.elements : graph
  if (Array.isArray(content.graphs)) fail('expected one graph, found a list of them')
  if (!hasLists(lists)) return addNeighbours(lists, nodes, fail)
  const declared = addNodes(lists.nodes, nodes, fail)
  if (Array.isArray(lists.adjacency)) return addAdjacency(lists.adjacency, declared, nodes, fail)
  const edges = lists.links ?? lists.edges
  if (!Array.isArray(edges)) return fail('expected a list “links” or “edges”')
  for (const edge of edges) addEdge(edge, declared, nodes, fail)
}

const hasLists = ({ nodes, links, edges }: Fields): boolean =>
  (Array.isArray(nodes) || isFields(nodes)) && (Array.isArray(links ?? edges) || Array.isArray(nodes))

/** The ids in the order of their nodes. */
interface Declared {
  readonly ids: readonly NodeId[]
  /** Whether edges name nodes by their places in this order, since nodes have no ids. */
  readonly byPlace: boolean
}

function addNodes(list: unknown, nodes: NodeList, fail: Fail): Declared {
  if (isFields(list)) {
    const entries = Object.entries(list)
    const ids = entries.map(([id, node]) => declare(id, isFields(node) ? node : {}, nodes, fail))
    return { ids, byPlace: false }
  }
  const all = (list as unknown[]).map(fieldsOf)
  const byPlace = all.every(({ id, key }) => id === undefined && key === undefined)
  const ids = all.map((fields, place) =>
    declare(idOf(fields.id ?? fields.key ?? fields.name ?? place, fail), fields, nodes, fail),
  )
  return { ids, byPlace }
}

/** What a document says of a node or an edge: Cytoscape.js puts it one level deeper, others write the id alone. */
function fieldsOf(value: unknown): Fields {
  if (!isFields(value)) return { id: value }
  return isFields(value.data) ? { ...value, ...value.data } : value
}

function declare(id: NodeId, fields: Fields, nodes: NodeList, fail: Fail): NodeId {
  if (nodes.has(id)) fail(`expected another id for this node: “${id}” is taken`)
  const index = nodes.meet(id, 0)
  const attributes = isFields(fields.attributes) ? { ...fields, ...fields.attributes } : fields
  const label = attributes.label ?? attributes.name ?? ''
  nodes.label(index, typeof label === 'object' ? '' : String(label))
  const position = isFields(fields.position) ? fields.position : attributes
  for (const [axis, key] of (['x', 'y'] as const).entries())
    if (typeof position[key] === 'number') nodes.place(index, axis as 0 | 1, position[key])
  return id
}

function addEdge(edge: unknown, declared: Declared, nodes: NodeList, fail: Fail): void {
  const fields = fieldsOf(edge)
  const names = endNames.find(([from, to]) => fields[from] !== undefined && fields[to] !== undefined)
  if (names === undefined) return fail('expected “source” and “target” in every edge')
  const [u, v] = names.map((name) => endOf(fields[name], declared, nodes, fail)) as [NodeId, NodeId]
  if (fields.directed === true) nodes.directed = true
  nodes.join(u, v, weightIn(fields.weight ?? fields.value))
}

/** The node that an edge names: by its id, itself, or its place in the list where that is no id. */
function endOf(end: unknown, declared: Declared, nodes: NodeList, fail: Fail): NodeId {
  const id = idOf(isFields(end) ? end.id : end, fail)
  if (declared.byPlace && typeof id === 'number') return declared.ids[id] ?? id
  if (nodes.has(id)) return id
  if (typeof id === 'string') return nodes.has(Number(id)) ? Number(id) : id
  return nodes.has(String(id)) ? String(id) : (declared.ids[id] ?? id)
}

/** Neighbours in the order of the nodes, as NetworkX writes them. */
function addAdjacency(lists: readonly unknown[], declared: Declared, nodes: NodeList, fail: Fail): void {
  const edges = lists.flatMap((list, u) =>
    Array.isArray(list)
      ? list.map((to) => [u, endOf(isFields(to) ? to.id : to, declared, nodes, fail)] as const)
      : fail('expected a list of neighbours for every node'),
  )
  const met = new Set<string>()
  for (const [index, v] of edges) {
    const u = declared.ids[index] ?? fail('expected as many lists of neighbours as nodes')
    addOnce(met, u, v, nodes)
  }
}

/** An object whose keys are nodes, with lists or objects of their neighbours. */
function addNeighbours(content: Fields, nodes: NodeList, fail: Fail): void {
  const met = new Set<string>()
  for (const id of Object.keys(content)) nodes.meet(id, 0)
  for (const [id, value] of Object.entries(content)) {
    if (!Array.isArray(value) && !isFields(value))
      return fail('expected “nodes” and “links”, or a list of neighbours for every node')
    for (const to of Array.isArray(value) ? value : Object.keys(value)) {
      const other = String(idOf(to, fail))
      nodes.meet(other, 0)
      addOnce(met, id, other, nodes)
    }
  }
}

/** Neighbours stand at both ends of a channel, or at one: either way it is one. */
function addOnce(met: Set<string>, u: NodeId, v: NodeId, nodes: NodeList): void {
  if (u !== v && met.has(JSON.stringify([v, u]))) return
  met.add(JSON.stringify([u, v]))
  nodes.join(u, v)
}

/** Cytoscape.js: nodes and edges in one list; what has a source is an edge. */
function addElements(elements: readonly unknown[], nodes: NodeList, fail: Fail): void {
  const isEdge = (element: unknown) => endNames.some(([from]) => fieldsOf(element)[from] !== undefined)
  const declared = addNodes(
    elements.filter((element) => !isEdge(element)),
    nodes,
    fail,
  )
  const edges = elements.filter(isEdge)
  if (declared.ids.length === 0)
    for (const edge of edges)
      for (const [from, to] of endNames)
        for (const end of [fieldsOf(edge)[from], fieldsOf(edge)[to]])
          if (end !== undefined) nodes.meet(idOf(end, fail), 0)
  for (const edge of edges) addEdge(edge, declared, nodes, fail)
}

function addPairs(pairs: readonly unknown[], nodes: NodeList, fail: Fail): void {
  const width = (pairs[0] as unknown[] | undefined)?.length
  if (pairs.length > 2 && width === pairs.length)
    fail('expected a list of pairs, found what could be a matrix; write it as text')
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length < 2 || pair.length !== width)
      return fail('expected a list of pairs, such as [[0, 1], [1, 2]]')
    const [u, v] = pair.slice(0, 2).map((end) => idOf(end, fail)) as [NodeId, NodeId]
    for (const end of [u, v]) nodes.meet(end, 0)
    nodes.join(u, v)
  }
}

function idOf(id: unknown, fail: Fail): NodeId {
  if (typeof id === 'string' || typeof id === 'number') return id
  return fail('expected numbers or strings as the ids of nodes')
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
