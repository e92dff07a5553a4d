import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, Streams } from '../../../engine/index.ts'
import { build, channelsOf, topologyLaws } from '../../laws/networks.ts'

/** All connected regular graphs on labelled processors, found by deciding one pair after the other. */
function allRegular(n: number, degree: number): string[] {
  const pairs = Array.from({ length: n }, (_, u) => u).flatMap((u) =>
    Array.from({ length: n - u - 1 }, (_, i) => [u, u + 1 + i] as const),
  )
  const found: string[] = []
  const degrees = new Array<number>(n).fill(0)
  const chosen: (readonly [number, number])[] = []
  const decide = (index: number): void => {
    // All pairs of the processors before u are decided.
    const u = pairs[index]?.[0] ?? n
    if (degrees.slice(0, u).some((d) => d !== degree)) return
    if (index === pairs.length) {
      if (isConnected(n, chosen)) found.push(chosen.map(([u, v]) => `${u}-${v}`).join(' '))
      return
    }
    decide(index + 1)
    const pair = pairs[index]!
    if (pair.some((p) => degrees[p] === degree)) return
    for (const p of pair) degrees[p]!++
    chosen.push(pair)
    decide(index + 1)
    chosen.pop()
    for (const p of pair) degrees[p]!--
  }
  decide(0)
  return found
}

function isConnected(n: number, pairs: readonly (readonly [number, number])[]): boolean {
  const reached = new Set([0])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const [u, v] of pairs) if (reached.has(u) || reached.has(v)) reached.add(u).add(v)
  }
  return reached.size === n
}

/** How often each of all graphs is drawn, and Pearson's statistic against equal frequencies. */
function drawn(n: number, degree: number, draws: number) {
  const all = allRegular(n, degree)
  const counts = new Map(all.map((key) => [key, 0]))
  for (let seed = 0; seed < draws; seed++) {
    const key = channelsOf(build(`random-regular:degree=${degree},exact=yes`, n, seed))
    assert.ok(counts.has(key), key)
    counts.set(key, counts.get(key)! + 1)
  }
  const expected = draws / all.length
  const statistic = [...counts.values()].reduce((sum, x) => sum + (x - expected) ** 2 / expected, 0)
  return { counts, statistic, kinds: all.length }
}

/** Above this the statistic is, where all are equally likely, once in some 30,000 times. */
const critical = (kinds: number) => kinds - 1 + 4 * Math.sqrt(2 * (kinds - 1))

test('all 70 cubic graphs on six labelled processors are equally likely, so that one in seven is K3,3', () => {
  // 6!/72 = 10 labelled K3,3 and 6!/12 = 60 labelled prisms.
  const { counts, statistic, kinds } = drawn(6, 3, 14_000)
  assert.equal(kinds, 70)
  assert.ok(statistic < critical(70), String(statistic))
  // K3,3 has no triangle: no two neighbours of processor 0 share a channel.
  const isBipartite = (key: string) => {
    const ends = key.match(/\b0-(\d)/g)!.map((pair) => pair.slice(2))
    return !ends.some((a) => ends.some((b) => key.includes(`${a}-${b}`)))
  }
  const bipartite = [...counts].filter(([key]) => isBipartite(key))
  assert.equal(bipartite.length, 10)
  const share = bipartite.reduce((sum, [, count]) => sum + count, 0) / 14_000
  // Four standard deviations of a share of 1/7 in 14,000 draws are 0.012; the usual sampler has 0.091.
  assert.ok(Math.abs(share - 1 / 7) < 0.012, String(share))
})

test('so are the Hamiltonian cycles on five and six, and the quartic graphs on six and seven, as complements', () => {
  // 4!/2 = 12 and 5!/2 = 60 cycles. The complement of a quartic graph on six is one of the 15 perfect matchings; on
  // seven it is one of the 6!/2 = 360 cycles or of the 35 · 3 = 105 pairs of a triangle and a square.
  for (const [n, degree, kinds] of [
    [5, 2, 12],
    [6, 2, 60],
    [6, 4, 15],
    [7, 4, 465],
  ] as const) {
    const found = drawn(n, degree, 20 * kinds)
    assert.equal(found.kinds, kinds)
    assert.ok(found.statistic < critical(kinds), `${n}, ${degree}: ${found.statistic}`)
  }
})

for (const [degree, n] of [
  [2, 40],
  [3, 30],
  [5, 20],
  [6, 13],
  [9, 12],
] as const)
  topologyLaws(`random-regular:degree=${degree},exact=yes`, n)

const checked = (spec: string, n: number) =>
  buildTopology(spec, { n, stream: new Streams(1).stream('topology'), readFile: () => '' })

test('where exact draws would take too long, the bound is named', () => {
  const bound = /needs n ≤ 2000 and a degree of at most 6 or at least n − 7 for exact=yes$/
  assert.throws(() => checked('random-regular:degree=3,exact=yes', 2002), bound)
  assert.throws(() => checked('random-regular:degree=7,exact=yes', 16), bound)
  assert.equal(checked('random-regular:degree=8,exact=yes', 15).m, 60)
})
