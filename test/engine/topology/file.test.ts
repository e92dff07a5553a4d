import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { buildTopology, type Graph, InputError, Random } from '../../../engine/index.ts'
import { assertSimpleAndConnected, channelsOf } from '../../laws/networks.ts'

const data = '../shared/data'
const skip = existsSync(data) ? false : 'the folder ../shared/data is missing'
const readFile = (path: string) => readFileSync(path, 'utf8')
const load = (spec: string) =>
  buildTopology(`file:${data}/${spec}`, { n: 0, stream: new Random(1, 2, 3, 4), readFile })
const zoo = skip ? [] : readdirSync(`${data}/topology-zoo`)

/** Nodes and distinct channels, counted with regular expressions alone. */
function counts(path: string): { n: number; m: number } {
  const text = readFile(path)
  const edge = /\bsource[ =]"?(\d+)"?\s+target[ =]"?(\d+)/g
  const ends = [...text.matchAll(edge)].map(([, u, v]) => [Number(u), Number(v)].sort((a, b) => a - b))
  const channels = new Set(ends.filter(([u, v]) => u !== v).map(String))
  return { n: [...text.matchAll(/^ *(node \[|<node )/gm)].length, m: channels.size }
}

test(
  'every network of the Topology Zoo has the nodes and channels that a plain count finds',
  { skip },
  () => {
    assert.ok(zoo.length > 0)
    for (const name of zoo.filter((name) => !name.startsWith('DialtelecomCz'))) {
      const graph = load(`topology-zoo/${name}`)
      assert.deepEqual({ n: graph.n, m: graph.m }, counts(`${data}/topology-zoo/${name}`), name)
      if (graph.n < 200) assertSimpleAndConnected(graph, graph.n)
    }
  },
)

test('the same network as GML and as GraphML is the same', { skip }, () => {
  const both = zoo.filter((name) => name.endsWith('.graphml')).map((name) => name.replace('.graphml', ''))
  assert.ok(both.length > 0)
  for (const name of both) {
    const [gml, graphml] = ['gml', 'graphml'].map((ending) => load(`topology-zoo/${name}.${ending}`)) as [
      Graph,
      Graph,
    ]
    assert.equal(channelsOf(gml), channelsOf(graphml))
    assert.deepEqual({ ...gml.details, readAs: { title: 'GraphML', plain: true } }, graphml.details)
  }
})

test('DialtelecomCz has 56 components, the largest of 138 processors', { skip }, () => {
  const components =
    /is not connected: it has 56 components, of 138, 1, 1, 1, … processors; add component=largest/
  assert.throws(() => load('topology-zoo/DialtelecomCz.gml'), components)
  assert.equal(load('topology-zoo/DialtelecomCz.gml,component=largest').n, 138)
})

test('the autonomous systems of January 2000 are 6,474 with 12,572 channels', { skip }, () => {
  // Every edge stands twice, and 1,323 of the 26,467 lines are loops: (26,467 − 1,323) / 2 = 12,572.
  const graph = load('snap/as20graph.txt')
  assert.deepEqual([graph.n, graph.m], [6474, 12_572])
  assert.deepEqual(graph.details.notes, ['dropped 1,323 self-loops', 'merged 12,572 parallel channels'])
  assert.equal(graph.details.labels!.at(0), '1')
})

test('a topology from a file needs a path, and says what formats there are', () => {
  const build = (spec: string) => () =>
    buildTopology(spec, { n: 0, stream: new Random(1, 2, 3, 4), readFile: () => '0 1' })
  assert.throws(build('file'), new InputError('topology file needs a path, as in file:network.gml'))
  const all =
    'gexf, graphml, gml, dot, json, matrix-market, pajek, dimacs, graph6, tgf, metis, multiline-adjlist, arrows, matrix, adjlist, edges'
  assert.throws(build('file:a.txt,format=xls'), new RegExp(`format=xls is none of ${all}$`))
  assert.throws(build('file:a.txt,component=second'), /component=second is none of largest/)
  assert.equal(build('file:path=a.txt')().n, 2)
})
