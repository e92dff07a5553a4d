import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, read, refusal } from './read.ts'

const keys = `<key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="node" attr.name="Longitude"/><key id="d2" for="node" attr.name="Latitude"/>
  <key id="d3" for="edge" attr.name="label"/>`
const pair = `<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  ${keys}
  <graph edgedefault="undirected">
    <edge source="n1" target="n0"><data key="d3">not a node</data></edge>
    <node id="n0"><data key="d0"> A &amp; <![CDATA[<a>]]></data><data key="d1">1.5</data><data key="d2">-2</data></node>
    <node id="n1"><data key="d1">3</data><data key="d2">4</data></node>
  </graph>
</graphml>
`

test('nodes stand in the order of the file, with labels and coordinates; edges may come first', () => {
  const { details, m } = read('net.graphml', pair)
  assert.equal(m, 1)
  assert.deepEqual(details.labels, ['A & <a>', 'n1'])
  assert.deepEqual([...details.coordinates!], [1.5, -2, 3, 4])
  assert.deepEqual(details.notes, [])
})

test('GraphML is known by its content, whatever the name, the line ends or the prefix', () => {
  assert.equal(read('net.xml', `\ufeff${pair.replaceAll('\n', '\r\n')}`).m, 1)
  const prefixed = pair.replaceAll(/<(\/?)(\w)/g, '<$1g:$2').replace('xmlns=', 'xmlns:g=')
  assert.deepEqual(
    read('net.graphml', prefixed.replace('<g:a>', '<a>')).details,
    read('net.graphml', pair).details,
  )
})

test('labels and places of drawings count, and nodes within nodes', () => {
  const text = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
    <key id="d6" for="node" yfiles.type="nodegraphics"/>
    <graph edgedefault="undirected">
      <node id="a"><data key="d6"><y:ShapeNode><y:Geometry x="1" y="2"/><y:NodeLabel>Alpha</y:NodeLabel></y:ShapeNode></data>
        <graph><node id="a::b"><data key="d6"><y:ShapeNode><y:Geometry x="3" y="4"/></y:ShapeNode></data></node>
          <edge source="a" target="a::b"/></graph>
      </node>
    </graph></graphml>`
  const graph = read('net.graphml', text)
  assert.equal(labelled(graph), 'Alpha-a::b')
  assert.deepEqual([...graph.details.coordinates!], [1, 2, 3, 4])
})

test('directions, lost nodes, loops and parallel channels are noted', () => {
  const text = `<graphml><graph edgedefault="directed"><node id="0"/><node id="1"/>
    <edge source="0" target="1"/><edge source="1" target="0"/><edge source="1" target="1"/><edge source="1" target="x"/>
    </graph></graphml>`
  assert.deepEqual(read('net.graphml', text).details.notes, [
    'took directed channels as undirected',
    'dropped 1 channel to processors that the file does not define',
    'dropped 1 self-loop',
    'merged 1 parallel channel',
  ])
})

test('malformed GraphML is refused with its place and what was expected', () => {
  const inGraph = (text: string) => `<graphml>\n<graph>${text}</graph></graphml>`
  const cases: [string, RegExp][] = [
    ['<graphml>\n<graph>\n</graphml>', /line 3, column 10: expected well-formed XML: /],
    ['<graphml><graph><node id=3/></graph></graphml>', /line 1, column \d+: expected well-formed XML: /],
    ['', /line 1, column 1: expected well-formed XML: document must contain a root element/],
    ['<graphml></graphml>', /line 1, column \d+: expected a graph element/],
    [inGraph('<node/>'), /line 2, column 14: expected an attribute “id” in this node/],
    [
      inGraph('<node id="1"/><node id="1"/>'),
      /line 2, column 35: expected another id for this node: “1” is taken/,
    ],
    [inGraph('<edge source="1"/>'), /line 2, column 25: expected an attribute “target” in this edge/],
    [inGraph('<hyperedge/>'), /line 2, column 19: expected edges between two nodes, found a hyperedge/],
    ['<graphml><graph/>\n<graph/></graphml>', /line 2, column 8: expected one graph, found a second/],
    [
      '<graphml><graph><x:node id="1"/></graph></graphml>',
      /expected well-formed XML: unbound namespace prefix: "x"/,
    ],
    // The graphml element is the first of them, the graph the second.
    [inGraph('<data key="x">'.repeat(40_000)), /line 2, column \d+: expected at most 1000 elements within/],
  ]
  for (const [text, message] of cases) assert.match(refusal('net.graphml', text), message)
  assert.equal(refusal('net.graphml', inGraph('')), 'net.graphml has no processors')
})
