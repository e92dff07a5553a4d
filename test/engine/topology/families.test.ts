import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, InputError, Streams, topologies } from '../../../engine/index.ts'
import { build, channelsOf, neighborsOf, topologyLaws } from '../../laws/networks.ts'

/** Every family with its defaults, then with parameters that matter. */
const specs = [
  ...topologies.entries.filter((entry) => entry.fixedSize === undefined).map((entry) => entry.name),
  'complete-bipartite:left=3',
  'balanced-tree:arity=5',
  'caterpillar:legs=3',
  'lollipop:clique=4',
  'clique-with-pendants:pendants=1',
  'clique-with-pendants:pendants=5',
  'barbell:clique=5',
  'grid:dimensions=1',
  'grid:dimensions=3',
  'torus:dimensions=1',
  'torus:dimensions=3',
  'circulant:offsets=3+1+4',
  'circulant:offsets=2+4',
  'gnp:p=0.1',
  'gnp:degree=0.5',
  'gnm:degree=3.5',
  'gnm:m=29',
  'random-regular:degree=2',
  'random-regular:degree=5',
  'random-regular:degree=12',
  'barabasi-albert:links=1',
  'watts-strogatz:degree=2,rewire=0.5',
  'watts-strogatz:degree=6,rewire=1',
  'random-geometric:radius=0.3',
  'random-geometric:degree=0.1',
]

for (const spec of specs) topologyLaws(spec)

// The sizes on which pairing must work hardest, or not at all.
for (let degree = 2; degree <= 9; degree++) topologyLaws(`random-regular:degree=${degree}`, degree + 9)

function refusal(spec: string, n: number): string {
  const context = { n, stream: new Streams(1).stream('topology'), readFile: () => '' }
  try {
    buildTopology(spec, context)
  } catch (error) {
    assert.ok(error instanceof InputError)
    return error.message
  }
  return assert.fail(`${spec} with n = ${n} was built`)
}

test('a size without a member is refused with the nearest ones', () => {
  const prefix = (spec: string, n: number) => `topology ${spec} has no member with n = ${n}: it needs `
  assert.equal(refusal('hypercube', 100), `${prefix('hypercube', 100)}n = 2^k; the nearest are 64 and 128`)
  // 13 is prime; 12 = 3 · 4 and 15 = 3 · 5, but 14 = 2 · 7 has a side that is too short.
  const sides = 'n = a product of 2 sides of at least 3; the nearest are 12 and 15'
  assert.equal(refusal('torus', 13), prefix('torus', 13) + sides)
  assert.equal(refusal('torus', 14), prefix('torus', 14) + sides)
  assert.match(refusal('grid', 13), /the nearest are 12 and 14$/)
  assert.match(refusal('torus', 4), /the smallest is 9$/)
  assert.match(
    refusal('torus:dimensions=3', 28),
    /product of 3 sides of at least 3; the nearest are 27 and 36$/,
  )
  assert.match(refusal('random-regular:degree=3', 7), /an even n · degree; the nearest n are 6 and 8$/)
  assert.match(refusal('circulant:offsets=2+4', 10), /the nearest are 9 and 11$/)
  assert.match(refusal('ring', 2), /n ≥ 3$/)
  assert.match(refusal('gnp', 8), /n > 8, the expected degree$/)
})

test('what cannot fit, does not exist or contradicts itself is refused in one line', () => {
  assert.match(refusal('complete', 65_537), /it needs n ≤ 65536, so that channels can be numbered/)
  assert.match(refusal('gnp:degree=400', 1_000_000), /200000000 channels, more than the 134217728/)
  assert.match(refusal('grid', 2 ** 27), /268435456 channels, more than/)
  // Each of 32 offsets gives 2^26 channels, all together 2^31 channels.
  const offsets = Array.from({ length: 32 }, (_, i) => i + 1).join('+')
  assert.match(refusal(`circulant:offsets=${offsets}`, 2 ** 26), /2147483648 channels, and there are numbers/)
  assert.match(refusal('path', 2 ** 40), /n must be an integer from 1 to 134217728/)
  assert.match(refusal('path', 2.5), /n must be an integer/)
  assert.match(refusal('gnp:degree=4,p=0.1', 20), /either degree or p, not both/)
  assert.match(
    refusal('gnm:m=10', 20),
    /from n − 1 to n \(n − 1\)\/2 channels, that is 19 to 190; here are 10/,
  )
  assert.match(
    refusal('circulant:offsets=1+x', 20),
    /offsets=1\+x is not a list of distinct positive integers/,
  )
  assert.match(refusal('watts-strogatz:degree=3', 20), /an even degree/)
})

test('a clique with pendants hangs them all from one processor of the core, as its last channels', () => {
  // Core p_0, p_1, p_2; p_2 carries p_3, p_4, p_5. m = 3 + 3.
  const graph = build('clique-with-pendants', 6, 1)
  assert.equal(channelsOf(graph), '0-1 0-2 1-2 2-3 2-4 2-5')
  assert.deepEqual(neighborsOf(graph, 2), [0, 1, 3, 4, 5])
  assert.match(refusal('clique-with-pendants:pendants=5', 6), /n ≥ 7$/)
})

test('the box of a torus is as cubic as n allows', () => {
  // 36 = 6 · 6 and 24 = 4 · 6, so the diameters are 3 + 3 and 2 + 3; 60 = 3 · 4 · 5 gives 1 + 2 + 2.
  assert.equal(build('torus', 36, 1).details.diameter, 6)
  assert.equal(build('torus', 24, 1).details.diameter, 5)
  assert.equal(build('torus:dimensions=3', 60, 1).details.diameter, 5)
})
