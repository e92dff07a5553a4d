import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, InputError, Random } from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { labelsOf } from './read.ts'

/** The network of a file that comes in these chunks. */
function readChunked(name: string, chunks: readonly string[], options = '') {
  const context = { n: 0, stream: new Random(1, 2, 3, 4), readFile: () => chunks.join('') }
  return buildTopology(`file:${name}${options}`, { ...context, readChunks: () => chunks })
}

/** Lines in chunks of the sizes that `cuts` say. */
function chunked(lines: readonly string[], cuts: readonly number[]): string[] {
  const chunks: string[] = []
  let next = 0
  for (const cut of [...cuts, lines.length]) {
    const part = lines.slice(next, next + cut)
    if (part.length > 0) chunks.push(part.map((line) => `${line}\n`).join(''))
    next += cut
  }
  return chunks
}

// The first chunk has two lines: a line of words is a header if numbers follow.
const cuts = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }))
  .map(([first, others]) => [first, ...others])

const names = fc.oneof(
  fc.nat(30).map(String),
  fc.nat(2 ** 40).map(String),
  fc.constantFrom('007', '1e3', 'a', '“b”'),
)

test('an edge list in chunks gives the network of the whole, with names of every kind', () => {
  const separators = fc.constantFrom(' ', '\t', ',', ' ; ')
  const lines = fc.array(fc.tuple(names, names), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(separators, lines, cuts, (separator, pairs, cuts) => {
      const text = pairs.map(([u, v]) => `${u}${separator}${v}${separator}weight`)
      const whole = readChunked('net.txt', [text.join('\n')], ',component=largest')
      const pieces = readChunked('net.txt', chunked(text, cuts), ',component=largest')
      assert.deepEqual(labelsOf(pieces), labelsOf(whole))
      const { labels: _ours, ...details } = pieces.details
      const { labels: _theirs, ...others } = whole.details
      assert.deepEqual({ ...pieces, details }, { ...whole, details: others })
    }),
  )
})

test('the processors of an edge list of numbers are in their order, however large and far apart they are', () => {
  const numbers = fc.uniqueArray(fc.oneof(fc.nat(3000), fc.nat(10 ** 15 - 1)), {
    minLength: 2,
    maxLength: 3000,
  })
  fc.assert(
    fc.property(numbers, (path) => {
      const graph = readChunked('net.txt', [
        path
          .slice(1)
          .map((v, i) => `${path[i]} ${v}\n`)
          .join(''),
      ])
      const inOrder = path.toSorted((a, b) => a - b)
      assert.deepEqual(labelsOf(graph), inOrder.map(String))
      for (const [i, u] of path.slice(0, -1).entries()) {
        const p = inOrder.indexOf(u)
        const ends = Array.from({ length: graph.degree(p) }, (_, c) => inOrder[graph.neighbor(p, c)])
        assert.ok(ends.includes(path[i + 1]))
      }
    }),
    { numRuns: 20 },
  )
})

test('an error in a later chunk is reported with its line and column in the file', () => {
  for (const cuts of [[], [1], [2, 1], [1, 1, 1, 1]]) {
    const chunks = chunked(['from to', '1 2', '# a comment', '2   3', ' 4'], cuts)
    assert.throws(
      () => readChunked('net.txt', chunks),
      new InputError('net.txt, line 5, column 2: expected the names of two processors, found only “4”'),
    )
  }
})

test('what is no edge list is recognised by its first chunk and read as a whole', () => {
  const rows = ['0 1 1 0', '1 0 1 0', '1 1 0 1', '0 0 1 0']
  assert.equal(readChunked('net', chunked(rows, [3])).m, 4)
  const gml = 'graph [\nnode [ id 1 ]\nnode [ id 2 ]\nedge [ source 1 target 2 ]\n]'.split('\n')
  assert.equal(readChunked('net', chunked(gml, [2, 1])).m, 1)
})
