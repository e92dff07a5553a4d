import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Random } from '../../../../engine/random.ts'
import type { Graph } from '../../../../engine/topology/graph.ts'
import { channelsInOrder } from '../../../../engine/weights/channels-in-order.ts'
import { createWeights } from '../../../../engine/weights/index.ts'
import fc from '../../../helpers/property.ts'
import { read } from './read.ts'

const own = (graph: Graph) => createWeights('own', { graph, stream: new Random(1, 2, 3, 4) })

/** The channels with their weights, by the names of their ends: “A-B 3”. */
function weighted(graph: Graph): string {
  const weights = own(graph)
  const { labels } = graph.details
  const found: string[] = []
  channelsInOrder(graph, (p, q) => {
    const ends = [labels!.at(p)!, labels!.at(q)!].sort()
    found.push(`${ends.join('-')} ${weights[found.length]}`)
  })
  return found.sort().join(', ')
}

const expected = '0-1 3, 0-2 0.5, 1-2 7'

/** The same triangle in every format that has weights. */
const files: Readonly<Record<string, string>> = {
  'blanks.edges': '0 1 3\n1 2 7\n2 0 0.5\n',
  'more.txt': '0,1,3,x\n1,2,7,y\n2,0,5e-1,z\n',
  'header.csv': 'id,source,type,target,weight\n1,0,a,1,3\n2,1,b,2,7\n3,2,c,0,0.5\n',
  'braces.edgelist': "0 1 {'weight': 3}\n1 2 {'colour': 'red', 'weight': 7.0}\n2 0 {'weight': 0.5}\n",
  'net.gml':
    'graph [ node [ id 0 ] node [ id 1 ] node [ id 2 ] edge [ source 0 target 1 weight 3 ] edge [ source 1 target 2 value 7 ] edge [ source 2 target 0 weight 0.5 ] ]',
  'net.graphml': `<graphml><key id="d0" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected">
    <node id="0"/><node id="1"/><node id="2"/>
    <edge source="0" target="1"><data key="d0">3</data></edge>
    <edge source="1" target="2"><data key="d0">7.0</data></edge>
    <edge source="2" target="0"><data key="d0"> 0.5 </data></edge></graph></graphml>`,
  'net.gexf': `<gexf><graph><nodes><node id="0"/><node id="1"/><node id="2"/></nodes><edges>
    <edge source="0" target="1" weight="3"/><edge source="1" target="2" weight="7"/><edge source="2" target="0" weight="0.5"/>
    </edges></graph></gexf>`,
  'net.json':
    '{"nodes":[{"id":"0"},{"id":"1"},{"id":"2"}],"links":[{"source":"0","target":"1","weight":3},{"source":"1","target":"2","value":7},{"source":"2","target":"0","weight":0.5}]}',
  'net.mtx': '%%MatrixMarket matrix coordinate real symmetric\n3 3 3\n2 1 3\n3 2 7\n3 1 0.5\n',
  'net.net': '*Vertices 3\n1 "0"\n2 "1"\n3 "2"\n*Edges\n1 2 3\n2 3 7\n3 1 0.5\n',
}

for (const [name, text] of Object.entries(files))
  test(`${name}: the weights of a file come with its channels`, () => {
    // Where vertices are numbers from 1, so are their names.
    const found = weighted(read(name, text))
    const fromOne = '1-2 3, 1-3 0.5, 2-3 7'
    assert.ok(found === expected || (found === fromOne && name === 'net.mtx'), found)
  })

test('DIMACS, METIS and matrices have whole weights here', () => {
  const triangle = '1-2 3, 1-3 5, 2-3 7'
  assert.equal(weighted(read('net.gr', 'p sp 3 3\na 1 2 3\na 2 3 7\na 3 1 5\n')), triangle)
  assert.equal(weighted(read('net.metis', '3 3 001\n2 3 3 5\n1 3 3 7\n1 5 2 7\n')), triangle)
  assert.equal(weighted(read('net.txt', '0 3 5\n3 0 7\n5 7 0\n', 'format=matrix')), '0-1 3, 0-2 5, 1-2 7')
})

test('of a channel that stands there twice, the first weight counts; components take theirs along', () => {
  assert.equal(weighted(read('net.txt', '0 1 3\n1 0 9\n1 2 7\n2 0 0.5\n')), expected)
  const parts = read('net.txt', '8 9 4\n0 1 3\n1 2 7\n2 0 0.5\n', 'component=largest')
  assert.equal(weighted(parts), expected)
})

test('a file without weights, with too few or with a negative one says so', () => {
  const refuses = (text: string, message: RegExp) => assert.throws(() => own(read('net.txt', text)), message)
  refuses('a b\nb c\n', /this network brings none/)
  refuses('a b 1\nb c x\nc a y\n', /2 channels of 3 have no weight in the file; give all of them one/)
  refuses('a b 1\nb c -2\n', /the channel between b and c weighs -2; weights are 0 or more/)
  refuses('source,target,when\n0,1,5\n1,2,6\n', /this network brings none/)
})

test('an edge list gives each channel the weight that stood behind it, whatever the order of lines and ends', () => {
  const lists = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 0, max: 1_000_000 })), {
    minLength: 1,
    maxLength: 30,
    selector: ([u, v]) => `${Math.min(u, v)} ${Math.max(u, v)}`,
  })
  fc.assert(
    fc.property(lists, fc.boolean(), (all, whole) => {
      const list = all.filter(([u, v]) => u !== v)
      fc.pre(list.length > 0)
      // A hub makes the network connected; it is the largest number.
      const hub = Array.from({ length: 10 }, (_, p) => [p, 10, p] as const)
      const lines = [...list, ...hub].map(([u, v, weight]) => `${u} ${v} ${whole ? weight : weight / 8}`)
      const graph = read('net.edges', lines.join('\n'))
      const found = new Map<string, number>()
      const weights = own(graph)
      channelsInOrder(graph, (p, q) => found.set(`${p} ${q}`, weights[found.size]!))
      for (const [u, v, weight] of list)
        assert.equal(found.get(`${Math.min(u, v)} ${Math.max(u, v)}`), whole ? weight : weight / 8)
    }),
  )
})
