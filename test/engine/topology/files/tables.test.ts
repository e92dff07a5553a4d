import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, labelsOf, read, refusal } from './read.ts'

const title = (text: string) => read('net.txt', text).details.readAs?.title

test('a header says in which columns the ends are, wherever they stand', () => {
  const rows = ['7;A;x;B', '8;B;y;C', '9;C;z;D']
  for (const header of ['id;Source;Label;Target', 'n;target_node;w;source_node', 'key;From ID;type;To ID'])
    assert.equal(labelled(read('net.csv', [header, ...rows].join('\n'))), 'A-B B-C C-D')
  assert.equal(labelled(read('net.csv', 'w,node1,node2\n9,1,2\n8,2,3\n')), '1-2 2-3')
  assert.equal(
    labelled(read('net.tsv', '\tsource\ttarget\n0\tNew York\tRome\n1\tRome\tOslo\n')),
    'New York-Rome Rome-Oslo',
  )
  assert.equal(
    refusal('net.csv', 'id,a,b\n1,2,3\n2,3,4\n3,4,2\n4,2,5\n'),
    'net.csv, line 1, column 1: expected two columns that are called source and target: the first numbers the rows',
  )
})

test('attributes in braces are one field, whatever is in them', () => {
  const text = "a b {'weight': 3, 'label': 'x, y'}\nb c {'weight': {'deep': 4}}\nc d {}\n"
  assert.equal(labelled(read('net.txt', text)), 'a-b b-c c-d')
  assert.equal(labelled(read('net.txt', text.replaceAll(/ (?=[b-d{])/g, ','))), 'a-b b-c c-d')
  // A processor that is called graph is not the beginning of DOT.
  assert.equal(labelled(read('net.txt', "graph b {'w': 1}\nb c {'w': 2}\n")), 'graph-b b-c')
})

test('rows of unequal width are no edge list, even in a later piece', () => {
  assert.match(
    refusal('net.edges', '1 2 0.5\n2 3\n3 1 0.5\n'),
    /^net\.edges, line 2, column 1: expected 3 fields as in the first row, found 2: the rows of an edge list are equally wide; an adjacency list is read with format=adjlist$/,
  )
  // A separator too many, or an empty cell, is no other width.
  assert.equal(labelled(read('net.csv', 'a,b,1\nb,c,\nc,d,2\n')), 'a-b b-c c-d')
  assert.equal(labelled(read('net.csv', 'a,b\nb,c,\n')), 'a-b b-c')
})

test('a square of numbers is a matrix where it can be nothing else, and refused where it can', () => {
  assert.equal(title('0 2.5 0 1\n2.5 0 7 0\n0 7 0 1e3\n1 0 1e3 0\n'), 'an adjacency matrix')
  assert.equal(labelled(read('net.txt', '0 2.5 0\n2.5 0 7\n0 7 0\n')), '0-1 1-2')
  // A Laplacian: what is not 0 beside the diagonal is a channel. Its diagonal gives four loops.
  const laplacian = '1 -1 0 0\n-1 2 -1 0\n0 -1 2 -1\n0 0 -1 1\n'
  assert.equal(labelled(read('net.txt', laplacian)), '0-1 1-2 2-3')
  const weights = '1 2 5\n2 3 6\n3 4 7\n'
  assert.equal(
    refusal('net.txt', weights),
    'net.txt is a square of numbers: it could be a matrix or a list of edges with weights; say format=matrix, format=edges or format=adjlist',
  )
  assert.equal(labelled(read('net.txt', weights, 'format=edges')), '1-2 2-3 3-4')
  assert.equal(labelled(read('net.txt', `${weights}4 5 8\n`)), '1-2 2-3 3-4 4-5')
})

test('matrices may have labels at both sides, above or beside, decimal commas, and words for no number', () => {
  const path = 'Ab-Cd Cd-Ef'
  assert.equal(labelled(read('m.csv', ';Ab;Cd;Ef\nAb;0;1,5;0\nCd;1,5;0;2\nEf;0;2;0\n')), path)
  assert.equal(labelled(read('m.txt', 'Ab Cd Ef\nAb 0 1 0\nCd 1 0 1\nEf 0 1 0\n')), path)
  assert.equal(labelled(read('m.txt', 'Ab Cd Ef\n0 1 0\n1 0 1\n0 1 0\n')), path)
  assert.equal(labelled(read('m.txt', 'Ab 0 1 0\nCd 1 0 1\nEf 0 1 0\n')), path)
  assert.equal(labelled(read('m.csv', 'name,Ab,Cd,Ef\nAb,NA,1,inf\nCd,1,-,3\nEf,Inf,3,nan\n')), path)
})

test('adjacency lists name each channel once or at both ends', () => {
  assert.equal(labelled(read('net.txt', 'a b c d\nb c\nc\nd\n')), 'a-b a-c a-d b-c')
  assert.equal(
    labelled(read('net.txt', '1 2 3\n2 1 3\n3 1 2\n4 1\n1b 4\n', 'format=adjlist')),
    '1-2 1-3 1-4 2-3 4-1b',
  )
  // Everyone has two neighbours: a ring of four, and not four edges with weights.
  assert.equal(labelled(read('net.txt', '5 6 8\n6 5 7\n7 6 8\n8 7 5\n')), '5-6 5-8 6-7 7-8')
  assert.equal(labelled(read('net.txt', 'A: B, C\nB: A\nC: A\n')), 'A-B A-C')
  assert.deepEqual(labelsOf(read('net.txt', '10.0.0.1:80 10.0.0.2:80\n10.0.0.2:80 h:1\n')), [
    '10.0.0.1:80',
    '10.0.0.2:80',
    'h:1',
  ])
})

test('what is twice at one end of an adjacency list is parallel, and counted', () => {
  const { details, m } = read('net.adjlist', 'a b b\nb a\n')
  assert.equal(m, 1)
  assert.deepEqual(details.notes, ['merged 1 parallel channel'])
})

test('arrows stand between the ends, with blanks or without, in chains, and after them what is ignored', () => {
  assert.equal(labelled(read('net.txt', '1 -- 2\n2 -- 3\n3 -- 1\n')), '1-2 1-3 2-3')
  const directed = read('net.txt', '"New York"->b -> c 0.5;\nc → d\n')
  assert.equal(labelled(directed), 'New York-b b-c c-d')
  assert.deepEqual(directed.details.notes, ['took directed channels as undirected'])
  assert.deepEqual(read('net.txt', 'a <-> b\nb <--> c-1\n').details.notes, [])
  assert.equal(
    refusal('net.txt', 'a -- b\n# x\nb c\n'),
    'net.txt, line 3, column 1: expected two names with a sign such as -- between them, found “b c”',
  )
})

test('names are the same however their letters with marks are written', () => {
  const graph = read('net.txt', 'Mu\u0308nchen Bonn\nM\u00fcnchen Ulm\n')
  assert.deepEqual(labelsOf(graph), ['München', 'Bonn', 'Ulm'])
  assert.deepEqual(
    read('net.gml', 'graph [ node [ id 1 label "o\u0308" ] node [ id 2 ] edge [ source 1 target 2 ] ]')
      .details.labels,
    ['\u00f6', '2'],
  )
})

test('formats that are not read are named', () => {
  const cases: [string, RegExp][] = [
    [
      'dl n=3 format=edgelist1\ndata:\n1 2\n',
      /^x\.txt is UCINET DL, which is not read; save it as an edge list/,
    ],
    ['LEDA.GRAPH\nstring\n', /is LEDA,/],
    ['nodedef>name VARCHAR\na\n', /is GDF,/],
    ['(tlp "2.3"\n(nodes 0 1)', /is Tulip TLP,/],
    ['NAME: a\nTYPE: TSP\nDIMENSION: 4\n', /is TSPLIB,/],
    ['33D32945 STP File\n', /is SteinLib STP,/],
    ['DGS004\nnull 0 0\n', /is GraphStream DGS,/],
    ['*node data\nid\n', /is NetDraw VNA,/],
    ['(0, 1)\n(1, 2)\n', /has pairs in brackets, which are not read; write the two names alone/],
    ['p cnf 3 2\n1 -3 0\n', /line 1, column 3: expected a graph, found a formula \(cnf\)/],
  ]
  for (const [text, message] of cases) assert.match(refusal('x.txt', text), message)
})
