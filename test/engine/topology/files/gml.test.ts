import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, read, refusal } from './read.ts'

const triangle = `Creator "by hand"
# A comment [ with a bracket
graph [
  directed 0
  label "T"
  node [ id 5 label "A" Longitude -1.5 Latitude 2e1 ]
  node [ id 0 label "B &amp; b" Longitude 3 Latitude .5 extra [ deep [ x 1 ] ] ]
  node [ id 7 Longitude +4 Latitude 0 label "S&#227;o" ]
  edge [ source 5 target 0 LinkLabel "1 ] Gbps" ]
  edge [ source 0 target 7 ] edge [ source 7 target 5 ]
]
`

test('nodes stand in the order of the file, with their labels and coordinates', () => {
  const graph = read('net.gml', triangle)
  assert.equal(labelled(graph), 'A-B & b A-São B & b-São')
  assert.deepEqual([...graph.details.coordinates!], [-1.5, 20, 3, 0.5, 4, 0])
  assert.deepEqual(graph.details.notes, [])
})

test('GML is known by its content, whatever the name, the line ends or the layout', () => {
  for (const text of [triangle, triangle.replaceAll('\n', '\r\n'), `\ufeff${triangle}`])
    assert.equal(read('net.txt', text).m, 3)
  assert.equal(read('net.csv', 'graph[node[id 1]node[id 2]edge[source 1 target 2]]', 'format=gml').m, 1)
})

test('a node without a label is called by its id, and coordinates may be those of its drawing', () => {
  const text =
    'graph [ node [ id 3 graphics [ x 1.0 y 2.0 ] ] node [ id 4 label 0 graphics [ x 3 y 4 ] ] edge [ source 3 target 4 ] ]'
  const { labels, coordinates } = read('net.gml', text).details
  assert.deepEqual(labels, ['3', '0'])
  assert.deepEqual([...coordinates!], [1, 2, 3, 4])
})

test('parallel channels, loops, equal labels, directions, lost nodes and missing coordinates are noted', () => {
  const graph = read(
    'net.gml',
    `graph [ directed 1 multigraph 1
      node [ id 0 label "A" Longitude 1 Latitude 1 ] node [ id 1 label "A" ]
      edge [ source 0 target 1 ] edge [ source 1 target 0 ] edge [ source 1 target 1 ] edge [ source 1 target 9 ] ]`,
  )
  assert.equal(graph.m, 1)
  assert.deepEqual(graph.details.notes, [
    'took directed channels as undirected',
    'dropped 1 channel to processors that the file does not define',
    'dropped 1 self-loop',
    'merged 1 parallel channel',
    'found 1 processor with the label of an earlier one',
    'left out the coordinates: 1 processor of 2 without',
  ])
  assert.equal(graph.details.coordinates, undefined)
})

test('coordinates count if all processors of the component have them', () => {
  const text =
    'graph [ node [ id 0 ] node [ id 1 Longitude 1 Latitude 2 ] node [ id 2 Longitude 3 Latitude 4 ] edge [ source 2 target 1 ] ]'
  const { coordinates, labels } = read('net.gml', text, 'component=largest').details
  assert.deepEqual(labels, ['1', '2'])
  assert.deepEqual([...coordinates!], [1, 2, 3, 4])
})

test('malformed GML is refused with its place and what was expected', () => {
  const cases: [string, string][] = [
    [
      'graph [\n  node [ id 0\n',
      'line 2, column 8: expected a “]” that closes this list before the file ends',
    ],
    ['graph [ ] ]', 'line 1, column 11: expected a “[” before this “]”'],
    [
      'graph [\n node [ id zero ] ]',
      'line 2, column 12: expected a number, a string or a list after the key “id”',
    ],
    [
      'graph [\n node [ id ] ]',
      'line 2, column 12: expected a number, a string or a list after the key “id”',
    ],
    ['graph [\n node [ id 1.5 ] ]', 'line 2, column 12: expected an integer as the id of this node'],
    ['graph [\n node [ id 1e300 ] ]', 'line 2, column 12: expected an integer as the id of this node'],
    ['graph [\r\n node [ label "x" ] ]', 'line 2, column 7: expected “id” in this node'],
    ['graph [\n node 7 ]', 'line 2, column 7: expected a list “node [ … ]”'],
    [
      'graph [ node [ id 1 ]\nnode [ id 1 ] ]',
      'line 2, column 6: expected another id for this node: 1 is taken',
    ],
    ['graph [ node [ id 1 ]\n edge [ source 1 ] ]', 'line 2, column 7: expected “target” in this edge'],
    ['graph [\n label "open ]', 'line 2, column 8: expected a quotation mark that closes this string'],
    ['graph [\n 12 ]', 'line 2, column 2: expected a key, such as “node”'],
    [
      'graph [ x 12abc ]',
      'line 1, column 11: expected a key, a number, a string or a bracket, found “12abc”',
    ],
    ['graph [ ] graph [ ]', 'line 1, column 17: expected one graph, found a second'],
    ['version 1', 'line 1, column 1: expected a list “graph [ … ]”'],
  ]
  for (const [text, message] of cases) assert.equal(refusal('net.gml', text), `net.gml, ${message}`)
  assert.equal(refusal('net.gml', 'graph [ ]'), 'net.gml has no processors')
})

test('lists may be nested a hundred thousand deep', () => {
  const deep = `graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ${'a [ '.repeat(1e5)}`
  assert.match(refusal('net.gml', deep), /expected a “\]” that closes this list/)
  assert.equal(read('net.gml', `${deep}${']'.repeat(1e5 + 1)}`).m, 1)
})
