import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { InputError } from '../../../engine/errors.ts'
import { Random, Streams } from '../../../engine/random.ts'
import type { Graph } from '../../../engine/topology/graph.ts'
import { buildTopology } from '../../../engine/topology/index.ts'
import { withShuffledChannels } from '../../../engine/topology/renumber.ts'
import { channelsInOrder } from '../../../engine/weights/channels-in-order.ts'
import { createWeights, type WeightSpec, weightRules } from '../../../engine/weights/index.ts'
import { weightAt } from '../../../engine/weights/weight-at.ts'
import fc from '../../helpers/property.ts'

/** A network that has coordinates, and one that has weights of its own. */
const networks: Readonly<Record<string, string>> = { distance: 'random-geometric', own: 'triangle-chain' }

function networkFor(spec: string, n: number, seed: number): Graph {
  const stream = new Streams(seed).stream('topology')
  const topology = networks[weightRules.parse(spec).entry.name] ?? 'gnp:degree=4'
  return buildTopology(topology, { n, stream, readFile: () => '' })
}

const weights = (spec: WeightSpec, graph: Graph, seed: number): number[] =>
  Array.from(createWeights(spec, { graph, stream: new Streams(seed).stream('weights') }))

const everyRule: readonly WeightSpec[] = [
  'distinct',
  'uniform',
  'uniform:max=3',
  'uniform:min=0,max=0',
  'unit',
  'own',
  'distance',
]

for (const spec of everyRule)
  test(`${spec}: every channel has a weight from 0 on, and the stream determines all`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), (half, seed) => {
        const graph = networkFor(spec, 2 * half + 1, seed)
        const found = weights(spec, graph, seed)
        assert.equal(found.length, graph.m)
        assert.ok(found.every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY))
        assert.deepEqual(weights(spec, graph, seed), found)
      }),
    )
  })

test('a rule is random exactly if another stream can give other weights', () => {
  for (const spec of everyRule.filter((one) => one !== 'uniform:min=0,max=0')) {
    const graph = networkFor(spec, 21, 1)
    const drawn = [1, 2, 3, 4].map((seed) => JSON.stringify(weights(spec, graph, seed)))
    assert.equal(new Set(drawn).size > 1, weightRules.parse(spec).entry.random, spec)
  }
})

test('distinct weights are the numbers from 1 to m', () => {
  const graph = networkFor('distinct', 30, 5)
  const sorted = weights('distinct', graph, 5).sort((a, b) => a - b)
  assert.deepEqual(
    sorted,
    sorted.map((_, i) => i + 1),
  )
})

test('uniform weights are whole and come near both ends', () => {
  const found = weights('uniform:min=3,max=6', networkFor('uniform', 500, 2), 2)
  assert.deepEqual([...new Set(found)].sort(), [3, 4, 5, 6])
})

test('the light and the heavy way through each triangle of three differ by 4, 2 and 1', () => {
  // By ends: 0–1, 0–2, 1–2, 2–3, 2–4, 3–4, 4–5, 4–6, 5–6; the heavy ones are 0–2, 2–4 and 4–6.
  const graph = buildTopology('triangle-chain', { n: 7, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  assert.deepEqual(weights('own', graph, 1), [0, 4, 0, 0, 2, 0, 0, 1, 0])
})

test('the distance of channels is that of their ends', () => {
  const graph = networkFor('distance', 40, 3)
  const { coordinates } = graph.details
  const found = weights('distance', graph, 3)
  let next = 0
  channelsInOrder(graph, (p, q) => {
    const [x, y] = [0, 1].map((axis) => coordinates![2 * p + axis]! - coordinates![2 * q + axis]!)
    assert.ok(Math.abs(found[next++]! - Math.hypot(x!, y!)) < 1e-12)
  })
})

test('both ends of a channel read one weight, which it keeps when channels are numbered anew', () => {
  fc.assert(
    fc.property(fc.constantFrom('ring', 'complete', 'torus', 'gnp:degree=4'), fc.nat(), (topology, seed) => {
      const streams = new Streams(seed)
      const graph = buildTopology(topology, { n: 16, stream: streams.stream('topology'), readFile: () => '' })
      const list = createWeights('distinct', { graph, stream: streams.stream('weights') })
      const byEnds = (one: Graph) => {
        const found = new Map<string, number>()
        for (let p = 0; p < one.n; p++)
          for (let channel = 0; channel < one.degree(p); channel++) {
            const q = one.neighbor(p, channel)
            const weight = weightAt(one, list, p, channel)!
            assert.equal(weightAt(one, list, q, one.mirror(p, channel)), weight)
            found.set(`${p} ${q}`, weight)
          }
        return [...found].sort()
      }
      assert.deepEqual(byEnds(withShuffledChannels(graph, streams.stream('ports'))), byEnds(graph))
    }),
  )
})

test('what cannot be had is refused in one line, with the remedy', () => {
  const graph = networkFor('distinct', 8, 1)
  const refuses = (spec: WeightSpec, message: RegExp) =>
    assert.throws(
      () => weights(spec, graph, 1),
      (error) => error instanceof InputError && message.test(error.message),
      spec,
    )
  refuses('own', /this network brings none .*; others are distinct, uniform and unit$/)
  refuses('distance', /need coordinates, which this topology has not; random-geometric has them/)
  refuses('uniform:min=3,max=2', /max=2 is below min=3/)
  refuses('uniform:min=-1', /min=-1 is too small; it must be at least 0/)
  refuses('distinkt' as WeightSpec, /unknown weights “distinkt”; did you mean distinct\?/)
})

test('the documentation names every rule with its parameters and defaults, and its examples are spelled as usual', () => {
  const text = readFileSync('docs/weights.md', 'utf8')
  for (const { name, parameters } of weightRules.entries) {
    const row = new RegExp(`^\\| \`${name}\` \\| ([^|]*) \\|`, 'm').exec(text)?.[1]
    const written = Object.entries(parameters).map(([key, { default: value }]) => `\`${key}\` (${value})`)
    assert.equal(row, written.join(', ') || '–', name)
  }
  const [, block = ''] = /```text\n([^`]*)```/.exec(text) ?? []
  for (const spec of block.trim().split('\n')) assert.equal(weightRules.parse(spec).spec, spec)
})
