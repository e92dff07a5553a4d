/** DOT, GEXF, JSON, and what programs write as GML and GraphML. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, labelsOf, read, refusal } from './read.ts'

test('DOT: chains, subgraphs as ends, ports, joined strings, comments and attributes', () => {
  assert.equal(labelled(read('a.dot', 'graph { a -- b -- c; c -- {d e} [color=red] }')), 'a-b b-c c-d c-e')
  assert.equal(labelled(read('a', 'digraph G { {a b} -> subgraph s { c } -> d }')), 'a-c b-c c-d')
  assert.equal(labelled(read('a', 'digraph { a:p1:nw -> b:s; b -> "x" + "y" }')), 'a-b b-xy')
  assert.equal(
    labelled(
      read(
        'a',
        '/* -- */ strict graph "g\\"h" {\n# c -- d\n// e\nnode [x=1][y=2]; 1 -- 01; 01 -- "a \\"b\\"" }',
      ),
    ),
    '1-01 01-a "b"',
  )
  assert.equal(
    labelled(read('a', 'graph { subgraph s { a; b } c -- subgraph s {} ; a -- b [label=<<b>x</b>>] }')),
    'a-b a-c b-c',
  )
  // Statements of one word are nodes, and settings are none.
  assert.deepEqual(labelsOf(read('a', 'graph { rankdir=LR; z; y -- z; edge [w=1] }')), ['z', 'y'])
  const cases: [string, RegExp][] = [
    ['graph {\n a -- ; }', /line 2, column 7: expected a name, found “;”/],
    ['graph {\n a -- b', /line 2, column 8: expected a name, found the end of the file/],
    ['graph { a -- "b }', /line 1, column 14: expected a quotation mark that closes this string/],
    ['graph { a -- b } graph { }', /line 1, column 18: expected one graph, found a second/],
    ['graph [ ]', /line 1, column 7: expected “{”, found “\[”/],
  ]
  for (const [text, message] of cases) assert.match(refusal('a.dot', text), message)
  const deep = `graph { ${'a -- {'.repeat(20_000)} b ${'}'.repeat(20_000)} }`
  assert.equal(labelled(read('a', deep)), 'a-b')
})

test('GEXF: labels, places, nodes within nodes, directions', () => {
  const graph = read(
    'a.xml',
    `<?xml version="1.0"?><gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz">
     <graph defaultedgetype="directed"><nodes><node id="0" label="A"><viz:position x="1" y="2" z="0"/>
     <nodes><node id="1" label=""><viz:position x="3" y="4"/></node></nodes></node></nodes>
     <edges><edge id="0" source="0" target="1"/><edge source="1" target="9"/></edges></graph></gexf>`,
  )
  assert.equal(labelled(graph), 'A-1')
  assert.deepEqual([...graph.details.coordinates!], [1, 2, 3, 4])
  assert.equal(graph.details.notes!.length, 2)
  assert.match(refusal('a.gexf', '<gexf></gexf>'), /expected a graph element/)
  assert.match(
    refusal('a.gexf', '<gexf><graph><nodes><node/></nodes></graph></gexf>'),
    /expected an attribute “id” in this node/,
  )
})

test('JSON: ids may be numbers or strings; edges name nodes by them, or by their places where there are none', () => {
  assert.equal(
    labelled(read('a.json', '{"nodes":[{"id":5,"label":"A"},{"id":7}],"links":[{"source":"5","target":7}]}')),
    'A-7',
  )
  assert.equal(
    labelled(read('a', '{"nodes":[{"name":"1"},{"name":"0"}],"links":[{"source":0,"target":1}]}')),
    '1-0',
  )
  assert.equal(labelled(read('a', '[[0, 1], [1, 2]]')), '0-1 1-2')
  const cases: [string, RegExp][] = [
    ['{"nodes": [1, 2],\n "links": [{"source": 1}]}', /expected “source” and “target” in every edge/],
    ['{"nodes": [1, 1], "links": []}', /expected another id for this node: “1” is taken/],
    ['{"a": 1}', /expected “nodes” and “links”, or a list of neighbours for every node/],
    ['{"nodes": [1, 2],\n "links": }', /^a\.json, line 2, column \d+: expected JSON: /],
    ['[[0, 1, 0], [1, 0, 1], [0, 1, 0]]', /expected a list of pairs, found what could be a matrix/],
  ]
  for (const [text, message] of cases) assert.match(refusal('a.json', text), message)
})

test('GML: names serve as labels, words as values that are not needed, strings as ids', () => {
  const graph = read(
    'a.gml',
    'Creator "x" graph [ id n42 w NAN v -INF node [ id "p" name "A" lat NaN ] node [ id 2 name "B" label "C" x +INF ] edge [ source "p" target 2 ] ]',
  )
  assert.equal(labelled(graph), 'A-C')
  assert.equal(
    refusal('a.gml', 'graph [ node [ id NAN ] ]'),
    'a.gml, line 1, column 19: expected a number, a string or a list after the key “id”',
  )
})

test('GraphML: the first label of a drawing, and a label before a name whatever their order', () => {
  const node = (id: string, data: string) => `<node id="${id}"><data key="d">${data}</data></node>`
  const drawn = `<graphml xmlns:y="y"><key id="d" for="node" yfiles.type="nodegraphics"/><graph edgedefault="undirected">${node(
    'a',
    '<y:NodeLabel>SW1</y:NodeLabel><y:NodeLabel>10.0.0.1</y:NodeLabel>',
  )}${node('b', '<y:NodeLabel/><y:NodeLabel>SW2</y:NodeLabel>')}<edge source="a" target="b"/></graph></graphml>`
  assert.deepEqual(labelsOf(read('a.graphml', drawn)), ['SW1', 'SW2'])
  const keyed = `<graphml><key id="n" attr.name="name"/><key id="l" attr.name="Label"/><graph>
    <node id="a"><data key="l">L</data><data key="n">N</data></node><node id="b"><data key="n">N</data></node>
    <edge source="a" target="b"/></graph></graphml>`
  assert.deepEqual(labelsOf(read('a.graphml', keyed)), ['L', 'N'])
})
