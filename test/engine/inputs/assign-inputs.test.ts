import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AssignedInputs, assignInputs, parseInputs } from '../../../engine/inputs/index.ts'
import type { AnyAlgorithm } from '../../../engine/model/index.ts'
import { Streams } from '../../../engine/random.ts'
import type { Graph } from '../../../engine/topology/graph.ts'
import { buildTopology } from '../../../engine/topology/index.ts'
import { graphFromChannels } from '../../../engine/topology/stored-graph.ts'
import fc from '../../helpers/property.ts'

/** An algorithm that does nothing, and declares identifiers if told to. */
function idle(declared: Pick<AnyAlgorithm, 'bestIdentifiers' | 'worstIdentifiers'> = {}): AnyAlgorithm {
  return {
    name: 'idle',
    requires: {},
    terminates: false,
    initially: () => ({}),
    uponReceiving: {},
    ...declared,
  }
}

function assign(spec: string, graph: Graph, seed: number, algorithm = idle()): AssignedInputs {
  return assignInputs(parseInputs(spec), graph, algorithm, new Streams(seed))
}

const build = (spec: string, n: number): Graph =>
  buildTopology(spec, { n, stream: new Streams(n).stream('topology'), readFile: () => '' })

/** The neighbours of each processor, channel by channel. */
const rows = (graph: Graph): number[][] =>
  Array.from({ length: graph.n }, (_, p) =>
    Array.from({ length: graph.degree(p) }, (_, channel) => graph.neighbor(p, channel)),
  )

/** The channels 2–0, 0–3, 1–2, 3–1, 0–1, which give processor 0 its neighbours in the order 2, 3, 1. */
const plain = graphFromChannels(4, [2, 0, 1, 3, 0], [0, 3, 2, 1, 1])
const complete = build('complete', 30)
const ring = build('ring', 30)

test('identifiers are a permutation of 0 … n − 1 under every rule without a list', () => {
  fc.assert(
    fc.property(fc.constantFrom('random', 'ascending', 'descending'), fc.nat(), (rule, seed) => {
      const { ids } = assign(`ids=${rule}`, ring, seed)
      assert.deepEqual([...ids.toSorted()], [...ids.keys()])
    }),
  )
})

test('ascending and descending identifiers follow the index', () => {
  assert.deepEqual([...assign('ids=ascending', plain, 1).ids], [0, 1, 2, 3])
  assert.deepEqual([...assign('ids=descending', plain, 1).ids], [3, 2, 1, 0])
})

test('best and worst identifiers are those that the algorithm declares', () => {
  const algorithm = idle({ bestIdentifiers: (n) => [n, 8, 7, 6], worstIdentifiers: (n) => [6, 7, 8, n] })
  assert.deepEqual([...assign('ids=best', plain, 1, algorithm).ids], [4, 8, 7, 6])
  assert.deepEqual([...assign('ids=worst', plain, 1, algorithm).ids], [6, 7, 8, 4])
})

test('lists of identifiers and values, and the index of a root, are taken as they stand', () => {
  const { ids, values, root } = assign('ids=12+45+3+0,values=1+0+1+1,root=2', plain, 1)
  assert.deepEqual([...ids], [12, 45, 3, 0])
  assert.deepEqual([...values], [1, 0, 1, 1])
  assert.equal(root, 2)
})

test('random values are from 0 … n − 1 and can repeat', () => {
  const { values } = assign('random', complete, 1)
  assert.ok(values.every((value) => value < 30))
  // That thirty independent values are all different has probability 30! / 30^30 < 10^-11.
  assert.ok(new Set(values).size < 30)
})

test('a random root is every processor equally often', () => {
  const counts = [0, 0, 0, 0]
  for (let seed = 0; seed < 4000; seed++) counts[assign('random', plain, seed).root]!++
  // Binomial with mean 1000 and standard deviation √(4000 · 1/4 · 3/4) = 27.4.
  for (const count of counts) assert.ok(Math.abs(count - 1000) < 4 * 27.4, `${counts}`)
})

test('the first, the central and the peripheral root of a path of five are 0, 2 and 0', () => {
  const path = build('path', 5)
  const roots = ['first', 'centre', 'periphery'].map((rule) => assign(`root=${rule}`, path, 1).root)
  assert.deepEqual(roots, [0, 2, 0])
})

test('channels are shuffled unless they are oriented or something else is asked for', () => {
  assert.notDeepEqual(rows(assign('random', complete, 1).graph), rows(complete))
  assert.equal(assign('random', ring, 1).graph, ring)
  assert.equal(assign('ports=as-built', complete, 1).graph, complete)
  assert.equal(assign('ports=as-built', ring, 1).graph, ring)
})

test('asking for shuffled or sorted channels takes the orientation of a ring away', () => {
  for (const rule of ['shuffled', 'sorted']) {
    const { graph } = assign(`ports=${rule}`, ring, 1)
    assert.equal(graph.details.orientation ?? null, null)
    assert.notDeepEqual(rows(graph), rows(ring))
  }
})

test('sorted channels are numbered by ascending neighbour', () => {
  assert.deepEqual(rows(plain)[0], [2, 3, 1])
  assert.deepEqual(rows(assign('ports=sorted', plain, 1).graph), [
    [1, 2, 3],
    [0, 2, 3],
    [0, 1],
    [0, 1],
  ])
})

test('every numbering keeps the neighbours, and the two ends of each channel agree', () => {
  fc.assert(
    fc.property(fc.constantFrom('shuffled', 'sorted', 'as-built', 'default'), fc.nat(), (rule, seed) => {
      const { graph } = assign(`ports=${rule}`, plain, seed)
      const neighborhoods = (graph: Graph) => rows(graph).map((row) => row.toSorted())
      assert.deepEqual(neighborhoods(graph), neighborhoods(plain))
      for (let p = 0; p < graph.n; p++)
        for (let channel = 0; channel < graph.degree(p); channel++) {
          const q = graph.neighbor(p, channel)
          assert.equal(graph.neighbor(q, graph.mirror(p, channel)), p)
        }
    }),
  )
})

test('each choice has its own stream: making it by hand changes none of the others', () => {
  const everything = assign('random', complete, 1)
  const byHand = {
    ids: 'ids=ascending',
    values: `values=${Array.from({ length: 30 }, (_, p) => p + 1).join('+')}`,
    root: 'root=first',
    graph: 'ports=sorted',
  }
  for (const [key, spec] of Object.entries(byHand)) {
    const { [key as keyof AssignedInputs]: _changed, ...others } = assign(spec, complete, 1)
    const { [key as keyof AssignedInputs]: _random, ...expected } = everything
    assert.deepEqual(others, expected)
  }
})

const failures: readonly (readonly [string, string])[] = [
  [
    'ids=worst',
    'inputs ids=worst: idle declares no worst identifiers; take random, ascending, descending or a list',
  ],
  [
    'ids=best',
    'inputs ids=best: idle declares no best identifiers; take random, ascending, descending or a list',
  ],
  ['ids=1+2', 'inputs ids=1+2: 2 identifiers for 4 processors'],
  ['values=1+2+3+4+5', 'inputs values=1+2+3+4+5: 5 values for 4 processors'],
  ['root=4', 'inputs root=4: the processors are 0 to 3'],
]

for (const [spec, message] of failures)
  test(`refused: ${message}`, () => {
    assert.throws(() => assign(spec, plain, 1), { name: 'InputError', message })
  })
