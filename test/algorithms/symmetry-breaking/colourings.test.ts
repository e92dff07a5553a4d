import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coleVishkin, greedyColouring, randomColouring } from '../../../algorithms/index.ts'
import { shorteningRounds } from '../../../algorithms/symmetry-breaking/cole-vishkin.ts'
import { buildTopology, parseFormula, Random } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { connectedGraphs, graphOf, permutations } from '../../helpers/graphs.ts'
import { assertMeanIs } from '../../helpers/mean-within.ts'
import fc from '../../helpers/property.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const ring = (n: number) => buildTopology('ring', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
const path = (n: number) =>
  graphOf(
    n,
    range(n - 1).map((i) => [i, i + 1] as const),
  )
const triangle = () =>
  graphOf(3, [
    [0, 1],
    [0, 2],
    [1, 2],
  ])

const coloursOf = ({ execution }: ReturnType<typeof runLockstep>) =>
  execution.final.states.map((state) => (state as { colour: number }).colour)

test('Cole–Vishkin by hand: 0, 1, 2, 3 clockwise become 0, 1, 0, 1 in one round, and stay so for three', () => {
  // 00 after 11, 01 after 00, 10 after 01, 11 after 10: all differ in bit 0, so each takes its own bit 0.
  // Four messages in the round, then eight in each of three: 28 in 4 rounds.
  const run = runLockstep(coleVishkin, ring(4), { ids: [0, 1, 2, 3] })
  assert.deepEqual(violations(run), [])
  assert.deepEqual(coloursOf(run), [0, 1, 0, 1])
  assert.deepEqual([run.execution.measures.messages, run.execution.measures.time], [28, 4])
})

test('Cole–Vishkin by hand: six colours become three', () => {
  // Identifiers 0, 7, 3, 4, 6, 5 in binary, each after its predecessor: 000 after 101: bit 0, 0. 111 after 000: bit 0, 1.
  // 011 after 111: bit 2, 0: 4. 100 after 011: bit 0, 0: 0. 110 after 100: bit 1, 1: 3. 101 after 110: bit 0, 1: 1.
  // So 0 1 4 0 3 1. Nobody has 5; 4 stands between 1 and 0 and takes 2; 3 stands between 0 and 1 and takes 2.
  const run = runLockstep(coleVishkin, ring(6), { ids: [0, 7, 3, 4, 6, 5] })
  assert.deepEqual(violations(run), [])
  assert.deepEqual(coloursOf(run), [0, 1, 2, 0, 2, 1])
})

test('colours of B bits are six after 1, 3, 4 and 4 rounds for B = 3, 8, 16 and 128, always within log* 2^B', () => {
  assert.deepEqual([3, 8, 16, 128].map(shorteningRounds), [1, 3, 4, 4])
  const logStar = parseFormula('log*(B)')
  for (let bits = 1; bits <= 1000; bits++)
    assert.ok(shorteningRounds(bits) <= 1 + logStar.evaluate(() => bits), `${bits} bits`)
})

test('Cole–Vishkin: every claim and property holds for all orders on up to seven processors', () => {
  for (let n = 3; n <= 7; n++)
    for (const rest of permutations(range(n - 1))) {
      const ids = [n - 1, ...rest]
      assert.deepEqual(violations(runLockstep(coleVishkin, ring(n), { ids })), [])
    }
})

test('Cole–Vishkin: every claim and property holds for any identifiers of up to 32 bits', () => {
  const identifiers = fc.uniqueArray(fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 2 ** 32 - 1 })), {
    minLength: 3,
    maxLength: 40,
  })
  fc.assert(
    fc.property(identifiers, (ids) =>
      assert.deepEqual(violations(runLockstep(coleVishkin, ring(ids.length), { ids })), []),
    ),
    { numRuns: 300 },
  )
})

test('trials by hand: two neighbours need two phases on average, six messages', () => {
  // Each tries 0 or 1; they differ with probability 1/2. Two trials a phase; then both tell the other.
  const runs = range(4000).map((seed) => runLockstep(randomColouring, path(2), {}, seed).execution.measures)
  assertMeanIs(
    runs.map(({ time }) => time / 2),
    2,
    'phases',
  )
  assertMeanIs(
    runs.map(({ messages }) => messages),
    6,
    'messages',
  )
})

test('trials by hand: a triangle needs 21/8 phases and 57/4 messages on average', () => {
  // Of 27 trials of three, 6 are all different, 3 all equal, and 18 leave two, who need 2 phases more, as above:
  // E = 1 + 3/27 E + 18/27 · 2, so E = 21/8. Of three there are 9/8 phases with six trials, and with probability 3/4 two
  // remain, for two phases of two trials: 6 · 9/8 + 3/4 · 4 = 39/4. All at once tell 6; one and then two tell 2 + 2:
  // 6/4 + 3/4 · 4 = 9/2. Together 57/4.
  const runs = range(4000).map(
    (seed) => runLockstep(randomColouring, triangle(), {}, seed).execution.measures,
  )
  assertMeanIs(
    runs.map(({ time }) => time / 2),
    21 / 8,
    'phases',
  )
  assertMeanIs(
    runs.map(({ messages }) => messages),
    57 / 4,
    'messages',
  )
})

test('the greedy colouring by hand: on an ascending path from its larger end, in n units', () => {
  // p_3 takes 0 at 0, p_2 1 at 1, p_1 0 at 2, p_0 1 at 3, which p_1 hears at 4.
  const run = runLockstep(greedyColouring, path(4))
  assert.deepEqual(coloursOf(run), [1, 0, 1, 0])
  assert.deepEqual([run.execution.measures.messages, run.execution.measures.time], [6, 4])
})

test('in every schedule on all connected graphs of up to four processors, the greedy colouring takes 2m messages', () => {
  for (const n of [2, 3, 4])
    for (const graph of connectedGraphs(n))
      for (const ids of n < 4 ? permutations(range(n)) : [[2, 0, 3, 1]])
        assert.equal(exploreSchedules(greedyColouring, graph, ids, range(n)).messages, 2 * graph.m)
})

test('both: every claim and property holds on all connected graphs of up to five processors', () => {
  for (const n of [1, 2, 3, 4, 5])
    for (const graph of connectedGraphs(n))
      for (const algorithm of [randomColouring, greedyColouring])
        assert.deepEqual(violations(runLockstep(algorithm, graph, {}, graph.m)), [])
})

test('neighbours of one colour and colours that are too large are found', () => {
  const { final } = runLockstep(greedyColouring, path(3)).execution
  const check = (property: string, colours: readonly (number | null)[]) =>
    greedyColouring.properties![property]!.check({
      instance: final.instance,
      states: colours.map((colour) => ({ colour })),
      terminated: () => true,
    } as never)
  assert.equal(check('proper', [0, 1, 1]), 'p_1 and its neighbour p_2 both have colour 1')
  assert.equal(check('proper', [null, null, 1]), true)
  assert.equal(check('fewColours', [2, 1, 0]), 'p_0 has degree 1, but colour 2')
  assert.equal(check('fewColours', [1, 2, 1]), true)
})
