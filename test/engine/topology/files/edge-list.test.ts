import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../helpers/property.ts'
import { labelled, labelsOf, read, refusal } from './read.ts'

const triangle = '0-1 0-2 1-2'

test('edges may be separated by blanks, tabs, commas or semicolons', () => {
  for (const text of ['0 1\n1 2\n2 0\n', '0\t1\n1\t 2 \n2  0', ' 0,1\n1, 2\n2 ,0,\n', '0;1\n1;2\n2;0'])
    assert.equal(labelled(read('net.txt', text)), triangle)
})

test('comments, blank lines, byte order marks and all kinds of line ends are passed over', () => {
  const lines = ['# a triangle', '', '% of three', '0 1', '  ', '  # inside', '1 2', '2 0']
  for (const end of ['\n', '\r\n', '\r'])
    assert.equal(labelled(read('net.txt', `\ufeff${lines.join(end)}`)), triangle)
})

test('further columns and a header are ignored', () => {
  const { notes } = read('net.csv', 'source,target\n0,1').details
  assert.deepEqual(notes, ['took the first line for a header'])
  assert.deepEqual(read('net.txt', 'node1 node2\nnode2 node3\n').details.notes, [])
  assert.equal(labelled(read('net.csv', 'source,target,weight\n0,1,0.5\n1,2,7\n2,0,1\n')), triangle)
  assert.equal(labelled(read('net.csv', 'airport;other\n0;1\n1;2\n2;0\n')), triangle)
  assert.equal(labelled(read('net.csv', 'From;To\nA;B\nB;C\n')), 'A-B B-C')
  assert.equal(labelled(read('net.csv', 'A,B\nB,C\n')), 'A-B B-C')
})

test('numbers for names put the processors in their order, words in order of appearance', () => {
  assert.deepEqual(labelsOf(read('net.txt', '10 9\n9 100\n100 2')), ['2', '9', '10', '100'])
  assert.deepEqual(read('net.txt', 'b a\na c').details.labels, ['b', 'a', 'c'])
  // A leading zero is part of a name, and one word makes all of them words.
  assert.deepEqual(read('net.txt', '7 07\n07 x').details.labels, ['7', '07', 'x'])
})

test('quotation marks hold separators and doubled quotation marks', () => {
  const graph = read('net.csv', '"Paris, France",Rome\nRome,"the ""big"" one"\n')
  assert.deepEqual(labelsOf(graph), ['Paris, France', 'Rome', 'the "big" one'])
  assert.equal(read('net.txt', '"New York" Boston\nBoston "New York"').m, 1)
})

test('loops are dropped and parallel channels merged, and both are counted', () => {
  const graph = read('net.txt', '0 1\n1 0\n1 1\n1 2\n0 1\n2 2\n')
  assert.equal(labelled(graph), '0-1 1-2')
  assert.deepEqual(graph.details.notes, ['dropped 2 self-loops', 'merged 2 parallel channels'])
})

test('each edge stored twice, as 1,500 of a ring are, gives the ring', () => {
  const edges = Array.from({ length: 1500 }, (_, i) => [i, (i + 1) % 1500] as const)
  const graph = read('net.txt', edges.map(([u, v]) => `${u}\t${v}\r\n${v}\t${u}\r\n`).join(''))
  assert.equal(graph.m, 1500)
  assert.deepEqual(graph.details.notes, ['merged 1,500 parallel channels'])
})

test('channels keep the order of the file', () => {
  const graph = read('net.txt', '0 3\n2 0\n0 1\n3 0\n')
  assert.deepEqual(
    [0, 1, 2].map((channel) => graph.neighbor(0, channel)),
    [3, 2, 1],
  )
})

test('a disconnected network is refused with the sizes of its components and the remedy', () => {
  const text = '0 1\n1 2\n3 4\n5 5\n6 7\n8 9\n'
  assert.equal(
    refusal('net.txt', text),
    'net.txt is not connected: it has 5 components, of 3, 2, 2, 2, … processors; add component=largest to take the largest',
  )
  const graph = read('net.txt', text, 'component=largest')
  assert.equal(labelled(graph), '0-1 1-2')
  assert.deepEqual(graph.details.notes, [
    'dropped 1 self-loop',
    'took the largest of 5 components, 3 processors of 10',
  ])
})

test('of equally large components the first is taken, under its own numbers', () => {
  assert.deepEqual(read('net.txt', 'c d\na b\nb c\nx y\ny z\nz w', 'component=largest').details.labels, [
    'c',
    'd',
    'a',
    'b',
  ])
})

test('what is no edge is refused with its place', () => {
  assert.equal(
    refusal('net.txt', '# two\n0 1\n\n  2\n'),
    'net.txt, line 4, column 3: expected the names of two processors, found only “2”',
  )
  assert.equal(
    refusal('net.csv', '0,1\r\n"1,2\r\n'),
    'net.csv, line 2, column 1: expected a closing quotation mark on the same line',
  )
  assert.match(refusal('net.csv', '0,1\n"1"2,3\n'), /line 2, column 4: expected “,” after the quotation mark/)
  assert.equal(
    refusal('net.csv', '0,1\n1,,7\n'),
    'net.csv, line 2, column 3: expected the name of a processor',
  )
  assert.equal(refusal('net.txt', '# nothing\n'), 'net.txt has no processors')
  assert.equal(refusal('net.txt', ''), 'net.txt has no processors')
  assert.match(refusal('net.png', '\x89PNG\0\0'), /net\.png is no text file/)
  assert.match(refusal('net.txt', `${'x'.repeat(1e6)}\n`), /found only “x{30}…”$/)
})

test('reading a list of edges gives those edges', () => {
  const edges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(edges, (list) => {
      const graph = read('net.txt', list.map((edge) => edge.join(' ')).join('\n'), 'component=largest')
      const given = new Set(
        list.filter(([u, v]) => u !== v).map(([u, v]) => `${Math.min(u, v)}-${Math.max(u, v)}`),
      )
      const found = labelled(graph)
        .split(' ')
        .filter((edge) => edge !== '')
      assert.ok(found.every((edge) => given.has(edge)))
      // No edge leads out of the component, and no edge within is lost.
      const inside = new Set(labelsOf(graph))
      const touching = [...given].filter((edge) => edge.split('-').some((end) => inside.has(end)))
      assert.equal(found.length, touching.length)
    }),
  )
})
