import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edgeListText, type Graph } from '../../../../engine/index.ts'
import { fileFormats } from '../../../../engine/topology/files/formats.ts'
import fc from '../../../helpers/property.ts'
import { labelsOf, read } from './read.ts'
import { type Written, writers } from './writers.ts'

/** Connected graphs: each processor from the second on has a channel to one before it, and there are others. */
const graphs: fc.Arbitrary<Written> = fc.integer({ min: 2, max: 12 }).chain((n) =>
  fc
    .record({
      tree: fc.tuple(...Array.from({ length: n - 1 }, (_, i) => fc.nat(i))),
      others: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 2 * n }),
      names: fc.uniqueArray(fc.stringMatching(/^[a-zé][a-z0-9_é]{1,5}$/), { minLength: n, maxLength: n }),
      numbers: fc.boolean(),
    })
    .map(({ tree, others, names, numbers }) => {
      const all = [...tree.map((u, i) => [u, i + 1] as const), ...others.filter(([u, v]) => u !== v)]
      const keys = new Set(all.map(([u, v]) => `${Math.min(u, v)} ${Math.max(u, v)}`))
      const pairs = [...keys].map((key) => key.split(' ').map(Number) as [number, number])
      return { n, pairs, names: numbers ? names.map((_, p) => String(3 * p + 1)) : names }
    }),
)

const edgesOf = (graph: Graph): string[] => {
  const labels = labelsOf(graph)
  const edges: string[] = []
  for (let p = 0; p < graph.n; p++)
    for (let c = 0; c < graph.degree(p); c++)
      edges.push([labels[p]!, labels[graph.neighbor(p, c)]!].join(' – '))
  return edges.sort()
}

const expected = ({ pairs }: Written, names: readonly string[]): string[] =>
  pairs.flatMap(([u, v]) => [`${names[u]} – ${names[v]}`, `${names[v]} – ${names[u]}`]).sort()

/** A table that is a square of numbers could be several things, and is refused. */
const isSquare = ({ names, pairs }: Written): boolean => /^\d/.test(names[0]!) && pairs.length === 3

for (const format of fileFormats) {
  test(`what another writer wrote as ${format.name} is read back equal, known by its content alone`, () => {
    const write = writers[format.name]
    assert.ok(write !== undefined, 'a writer for this format is missing')
    fc.assert(
      fc.property(graphs, (graph) => {
        fc.pre(format.name !== 'edges' || !isSquare(graph))
        // Matrices and adjacency lists need three rows to be known.
        fc.pre(graph.n >= 3 || !['matrix', 'adjlist'].includes(format.name))
        for (const { text, names } of write(graph)) {
          const found = read('network', text)
          assert.equal(found.details.readAs?.title, format.title, text)
          assert.deepEqual(edgesOf(found), expected(graph, names), text)
        }
      }),
      { numRuns: 60 },
    )
  })

  for (const ending of format.endings)
    test(`a file that ends in .${ending}, or .${ending}.gz, is read as ${format.name}`, () => {
      const graph: Written = {
        n: 3,
        pairs: [
          [0, 1],
          [1, 2],
        ],
        names: ['x', 'y', 'z'],
      }
      const [first] = writers[format.name]!(graph)
      for (const name of [`a.b.${ending}`, `net.${ending.toUpperCase()}`, `net.${ending}.gz`])
        assert.equal(read(name, first!.text).details.readAs?.title, format.title)
    })

  test(`format=${format.name} reads what does not tell its format`, () => {
    const graph: Written = {
      n: 3,
      pairs: [
        [0, 1],
        [1, 2],
      ],
      names: ['x', 'y', 'z'],
    }
    for (const { text, names } of writers[format.name]!(graph))
      assert.deepEqual(edgesOf(read('net.edges', text, `format=${format.name}`)), expected(graph, names))
  })
}

test('what is written as an edge list is read back equal, whatever the labels', () => {
  const label = fc.oneof(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.constantFrom(
      'source',
      'target',
      'graph',
      '{}',
      '--',
      '->',
      '#',
      '%',
      '[',
      '"',
      "{'a': 1}",
      '7',
      '07',
      'p',
      'New York',
      'a,b',
      'a;b',
      '*Vertices',
    ),
  )
  const labels = fc.uniqueArray(label, {
    minLength: 2,
    maxLength: 8,
    selector: (text) => text.normalize('NFC'),
  })
  fc.assert(
    fc.property(labels, fc.array(fc.nat(7), { minLength: 7, maxLength: 7 }), (names, parents) => {
      const nodes = names.map((name) => ({ id: name }))
      const links = names.slice(1).map((name, i) => ({ source: names[parents[i]! % (i + 1)], target: name }))
      const graph = read('net.json', JSON.stringify({ nodes, links }))
      const { lines, byIndex } = edgeListText(graph)
      const again = read('net.txt', [...lines].join(''))
      assert.equal(again.n, graph.n)
      if (!byIndex) assert.deepEqual(edgesOf(again), edgesOf(graph))
      else assert.equal(again.m, graph.m)
    }),
    { numRuns: 300 },
  )
})
