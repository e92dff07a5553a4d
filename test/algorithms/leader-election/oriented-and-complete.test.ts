import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeSyncDoubling, hyperElect } from '../../../algorithms/index.ts'
import { buildTopology, Random } from '../../../engine/index.ts'
import { mostMessages } from '../../helpers/explored.ts'
import { permutations } from '../../helpers/graphs.ts'
import fc from '../../helpers/property.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'

const network = (topology: string, n: number) =>
  buildTopology(topology, { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const ones = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + ones(bits >>> 1))

/**
 * The messages of HyperElect's duels, counted from outside. After stages 0 … i − 1, the least identifier of each subcube of
 * i dimensions is left; its challenge crosses dimension i, and then goes from loser to victor until it meets the one who
 * is left there.
 */
function duels(ids: readonly number[]): number {
  const best = (p: number, dimensions: number): number =>
    range(2 ** dimensions)
      .map((offset) => (p & -(2 ** dimensions)) + offset)
      .reduce((a, b) => (ids[a]! < ids[b]! ? a : b))
  let count = 0
  for (let i = 0; 2 ** i < ids.length; i++)
    for (let corner = 0; corner < ids.length; corner += 2 ** i) {
      let at = best(corner, i) ^ (2 ** i)
      count++
      for (let j = 0; j < i; j++) {
        // Who lost in stage j lost to the best of the subcube of j + 1 dimensions.
        const victor = best(at, j + 1)
        count += ones(at ^ victor)
        at = victor
      }
    }
  return count
}

test('by hand: two processors of a hypercube duel with 2 messages, the leader announces itself with 1', () => {
  const { measures } = runLockstep(hyperElect, network('hypercube', 2)).execution
  assert.deepEqual([measures.messagesByType, measures.time], [{ duel: 2, leader: 1 }, 2])
})

test('by hand: on a square with 0 and 1 at opposite corners the duels take 8 messages, the bound, and the end comes at 5', () => {
  // Identifiers by processor 0, 2, 3, 1: four challenges across dimension 0, won by 0 and 3 (time 1). 0 challenges 2 across
  // dimension 1, which lost to 3 and passes it on across dimension 0; 3 does the same by way of 1 (time 3). 6·4 − 4 − 6 − 6
  // = 8. The announcement takes 2 more.
  const { measures } = runLockstep(hyperElect, network('hypercube', 4), { ids: [0, 2, 3, 1] }).execution
  assert.deepEqual([measures.messagesByType, measures.time], [{ duel: 8, leader: 3 }, 5])
})

test('HyperElect: over all orders of eight identifiers the duels take at most 24 messages, which some do', () => {
  // A translation of the cube keeps its dimensions, so the least identifier may stand at processor 0: 7! orders.
  let most = 0
  for (const rest of permutations(range(7))) {
    const ids = [0, ...rest.map((id) => id + 1)]
    most = Math.max(most, duels(ids))
  }
  assert.equal(most, 24)
})

test('HyperElect sends as many duel messages as are counted from outside, whatever the schedule', () => {
  const cells = fc.record({
    d: fc.integer({ min: 1, max: 6 }),
    delay: fc.constantFrom('uniform', 'bimodal', 'pareto', 'last-in-first-out'),
    wakeup: fc.constantFrom('all', 'staggered'),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(cells, ({ d, ...rest }) => {
      const run = runCell(hyperElect, { topology: 'hypercube', n: 2 ** d, ...rest })
      assert.deepEqual(violations(run), [])
      const ids = run.execution.final.states.map((state) => (state as { id: number }).id)
      assert.equal(run.execution.measures.messagesByType.duel, duels(ids))
    }),
    { numRuns: 100 },
  )
})

test('HyperElect: every claim and property holds in every schedule of four processors, whatever the identifiers', () => {
  for (const ids of permutations(range(4))) mostMessages(hyperElect, network('hypercube', 4), { ids }, {})
})

test('by hand: four candidates on a complete graph take 4 rounds and 9 messages', () => {
  // 0 asks 1, the others ask 0 (4 messages). 0 consents to 3; 1 is larger than 0 and refuses (1). 3 asks 1 and 2 (2), who
  // consent (2), and has asked all. 2⌈log2 4⌉ = 4 rounds.
  const { measures } = runLockstep(completeSyncDoubling, network('complete', 4)).execution
  assert.deepEqual([measures.messagesByType, measures.time], [{ ask: 6, consent: 3 }, 4])
})

test('doubling: every claim and property holds on up to five processors, whatever the identifiers and whoever wakes', () => {
  for (const n of [2, 3, 4, 5])
    for (const ids of permutations(range(n)))
      for (let set = 1; set < 2 ** n; set++) {
        const wakeTimes = range(n).map((p) => ((set >>> p) & 1 ? 0 : Number.POSITIVE_INFINITY))
        const run = runLockstep(completeSyncDoubling, network('complete', n), { ids, wakeTimes })
        assert.deepEqual(violations(run), [])
      }
})

test('doubling: one leader is elected within the claims though candidates wake in any rounds', () => {
  const drawn = fc
    .array(fc.constantFrom(0, 1, 2, 3, 4, 5, Number.POSITIVE_INFINITY), { minLength: 2, maxLength: 12 })
    .chain((times) =>
      fc.record({
        times: fc.constant(times),
        ids: fc.shuffledSubarray(range(times.length), { minLength: times.length }),
      }),
    )
  fc.assert(
    fc.property(drawn, ({ times, ids }) => {
      const wakeTimes = [0, ...times.slice(1)]
      const run = runLockstep(completeSyncDoubling, network('complete', times.length), { ids, wakeTimes })
      assert.deepEqual(violations(run), [])
    }),
    { numRuns: 500 },
  )
})
