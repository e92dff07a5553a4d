import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelled, read, refusal } from './read.ts'

const path = '0 1 0\n1 0 1\n0 1 0\n'

test('a square of zeros and ones is known for an adjacency matrix', () => {
  for (const text of [path, path.replaceAll(' ', ','), path.replaceAll(' ', ';\t'), `# path\r\n${path}\n`])
    assert.equal(labelled(read('net.txt', text)), '0-1 1-2')
  const floats = path.replaceAll('0', '0.000e+00').replaceAll('1', '1.0')
  assert.equal(labelled(read('net.txt', floats)), '0-1 1-2')
})

test('two rows of two are one channel, as a matrix and as edges', () => {
  for (const format of ['matrix', 'edges'])
    assert.equal(read('net.txt', '0 1\n1 0\n', `format=${format}`).m, 1)
  // Three rows of two are edges.
  assert.equal(labelled(read('net.txt', '0 1\n1 0\n1 1\n')), '0-1')
})

test('ones on the diagonal are loops', () => {
  const graph = read('net.txt', '1 1\n1 1', 'format=matrix')
  assert.deepEqual(graph.details.notes, ['dropped 2 self-loops'])
})

test('a matrix that is not square, not symmetric or not of numbers is refused with the place', () => {
  const refused = (text: string) => refusal('net.txt', text, 'format=matrix')
  assert.equal(
    refused('0 1 0\n1 0 1\n0 0 0\n'),
    'net.txt, line 2, column 5: expected a symmetric matrix: row 2, column 3 is 1, but row 3 has 0 in column 2',
  )
  assert.equal(refused('# a\n0,1\n1,x\n'), 'net.txt, line 3, column 3: expected a number, found “x”')
  assert.match(refused('0,1\n,0\n'), /line 2, column 1: expected a number, found “”/)
  assert.match(refused('0 1\n1\n'), /line 2, column 2: expected 2 entries as in the first row, found 1/)
  assert.match(
    refused('0 1\n1 0 1\n'),
    /line 2, column 5: expected the end of the row: the first has 2 entries/,
  )
  assert.match(
    refused('0 1 0\n1 0 1\n'),
    /line 3, column 1: expected 3 rows, as many as there are columns, found 2/,
  )
})
