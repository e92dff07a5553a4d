import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, labelsOf, read, refusal } from './read.ts'

test('METIS: a vertex without neighbours has an empty line; edges stand at both ends, as many as the header says', () => {
  // Three on a path and one alone, as the manual has it: a blank line.
  const graph = read('a.graph', '% c\n4 2\n2\n1 3\n2\n\n', 'component=largest')
  assert.equal(labelled(graph), '1-2 2-3')
  assert.match(
    refusal('a.graph', '4 2\n2\n1 3\n2\n\n'),
    /not connected: it has 2 components, of 3, 1 processors/,
  )
  const cases: [string, RegExp][] = [
    ['3 2\n2\n1 3', /line 3, column 4: expected 3 lines of neighbours, found 2/],
    [
      '3 2\n2\n1 3\n\n',
      /line 1, column 1: expected METIS, in which every edge stands at both ends: 2 to 3 does not/,
    ],
    ['3 3\n2\n1 3\n2\n', /line 1, column 1: expected as many edges as the METIS header says, 3, found 2/],
    ['3 2\n2\n1 4\n2\n', /line 3, column 3: expected a vertex from 1 to 3, found “4”/],
    ['3 2\n2\n1 3\n2\n7\n', /line 5, column 1: expected the end after 3 lines of neighbours/],
    ['3\n', /line 1, column 1: expected a METIS header “n m”/],
  ]
  for (const [text, message] of cases) assert.match(refusal('a.graph', text), message)
})

test('DIMACS: what is out of range or unknown is refused with its place', () => {
  const graph = read('a.col', 'c x\np edge 3 4\nn 1 2\ne 1 2\ne 2 1\ne 2 3\ne 3 3\n')
  assert.equal(labelled(graph), '1-2 2-3')
  assert.deepEqual(graph.details.notes, ['dropped 1 self-loop', 'merged 1 parallel channel'])
  assert.deepEqual(read('a.gr', 'p sp 2 2\na 1 2 5\na 2 1 5\n').details.notes, [
    'took directed channels as undirected',
    'merged 1 parallel channel',
  ])
  const cases: [string, RegExp][] = [
    ['p edge 2 1\ne 1 3\n', /line 2, column 5: expected a vertex from 1 to 2, found “3”/],
    ['p edge 2 1\ne 1\n', /line 2, column 4: expected a vertex from 1 to 2, found “”/],
    ['e 1 2\n', /line 1, column 1: expected a line “p edge n m” first/],
    ['p edge 2 1\nq 1 2\n', /line 2, column 1: expected a line that begins with c, p, e or a/],
    ['p edge 2 1\np edge 2 1\n', /line 2, column 1: expected one graph, found a second/],
  ]
  for (const [text, message] of cases) assert.match(refusal('a.col', text), message)
})

test('Matrix Market: the size is no entry, both directions of a general matrix are one channel', () => {
  const general = read(
    'a.mtx',
    '%%MatrixMarket matrix coordinate real general\n3 3 4\n1 2 .5\n2 1 .5\n2 3 1\n3 2 1\n',
  )
  assert.equal(labelled(general), '1-2 2-3')
  assert.deepEqual(general.details.notes, [])
  const array = '%%MatrixMarket matrix array real symmetric\n3 3\n0\n1\n0\n0\n2.5\n0\n'
  assert.equal(labelled(read('a', array)), '1-2 2-3')
  const banner = '%%MatrixMarket matrix coordinate pattern symmetric\n'
  assert.match(refusal('a', `${banner}3 4 1\n1 2\n`), /line 2, column 1: expected a square matrix/)
  assert.match(refusal('a', `${banner}3 3 3\n2 1\n`), /expected 3 entries, as the size says, found 1/)
  assert.match(refusal('a', `${banner}3 3 1\n2 4\n`), /line 3, column 3: expected a vertex from 1 to 3/)
})

test('Pajek: labels in quotation marks, places, edges and arcs together; one network', () => {
  const graph = read(
    'a.net',
    '*Vertices 3\r\n1 "A, & B" 0.1 0.2 box\r\n3 c 0.5 0.6\r\n2 "Łódź" 0.3 0.4\r\n*Arcs\r\n1 2 1\r\n*Edges\r\n2 3\r\n',
  )
  assert.deepEqual(labelsOf(graph), ['A, & B', 'Łódź', 'c'])
  assert.equal(labelled(graph), 'A, & B-Łódź Łódź-c')
  assert.deepEqual([...graph.details.coordinates!], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
  assert.deepEqual(graph.details.notes, ['took directed channels as undirected'])
  assert.match(
    refusal('a.net', '*Vertices 2\n*Edges\n1 5\n'),
    /line 3, column 3: expected a vertex from 1 to 2, found “5”/,
  )
  assert.match(
    refusal('a.net', '*Vertices 2\n*Egdes\n1 2\n'),
    /line 2, column 1: expected \*Vertices, .* found “\*Egdes”/,
  )
  assert.match(refusal('a.net', '*Edges\n1 2\n'), /expected a section “\*Vertices n” first/)
})

test('Trivial Graph Format: nodes before the “#”, edges with labels after it', () => {
  const graph = read('a', '1 First node\n2 Second node\n3\n#\n1 2 a label\n2 3\n')
  assert.deepEqual(labelsOf(graph), ['First node', 'Second node', '3'])
  assert.equal(graph.m, 2)
  assert.match(
    refusal('a.tgf', '1\n2\n#\n1 4\n'),
    /line 4, column 1: expected nodes from before the “#”: “4” is none/,
  )
  assert.match(
    refusal('a.tgf', '1\n1\n#\n'),
    /line 2, column 1: expected another id for this node: “1” is taken/,
  )
  assert.match(refusal('a.tgf', '1 a\n2 b\n'), /expected a line “#” between nodes and edges/)
})

test('graph6 and sparse6: the examples of the definition', () => {
  // formats.txt of nauty: n = 5 with edges 0-2, 0-4, 1-3, 3-4 is DQc; n = 7 with 0-1, 0-2, 1-2, 5-6 is :Fa@x^.
  assert.equal(labelled(read('a', 'DQc\n')), '0-2 0-4 1-3 3-4')
  assert.equal(labelled(read('a.s6', ':Fa@x^\n', 'component=largest')), '0-1 0-2 1-2')
  // A directed one of the same text: n = 5 with arcs 0-2, 0-4, 3-1, 3-4 is &DI?AO?.
  assert.equal(labelled(read('a', '&DI?AO?\n')), '0-2 0-4 1-3 3-4')
  assert.match(refusal('a.g6', 'DQc\nDQc\n'), /line 2, column 1: expected one graph, found a second/)
  assert.match(refusal('a.g6', 'DQ\n'), /line 1, column 1: expected 3 characters of graph6, found 2/)
})
