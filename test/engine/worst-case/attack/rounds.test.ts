import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dfsTreeNoRoot, hirschbergSinclair } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  attack,
  attackStrategies,
  buildTopology,
  ComputedInstance,
  type MessageIsland,
  type MessageIslandResult,
  objectiveNamed,
  Rounds,
  Streams,
  searchIsland,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'

function problemOn(topology: string, n: number): ComputedInstance {
  const stream = new Streams(7).stream('topology')
  return new ComputedInstance(buildTopology(topology, { n, stream, readFile: () => '' }))
}

/** A search round by round, and what it dealt out. */
function search(algorithm: AnyAlgorithm, problem: ComputedInstance, runs: number, seed: number) {
  const rounds = new Rounds(runs)
  const options = { objective: objectiveNamed('messages', algorithm), seed }
  const dealt: { round: readonly MessageIsland[]; results: readonly MessageIslandResult[] }[] = []
  for (let round = rounds.next(); round.length > 0; round = rounds.next()) {
    // The last first: those of a round know nothing of each other.
    const results = round
      .toReversed()
      .map((island) => searchIsland(algorithm, problem, options, island))
      .toReversed()
    rounds.finish(results)
    dealt.push({ round, results })
  }
  return { dealt, rounds, options }
}

const names = fc.uniqueArray(fc.constantFrom(...attackStrategies.map(({ name }) => name)), { minLength: 1 })

test('so many runs are dealt out and no other, whatever comes of them and whatever the strategies', () => {
  const value = fc.integer({ min: 0, max: 30 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), names, fc.array(value), (runs, names, values) => {
      const rounds = new Rounds(runs, names)
      let [dealt, islands] = [0, 0]
      for (let round = rounds.next(); round.length > 0; round = rounds.next()) {
        rounds.finish(round.map((island) => madeUp(island, values[islands++ % values.length] ?? null)))
        dealt += round.reduce((sum, island) => sum + island.runs, 0)
      }
      assert.equal(dealt, runs)
      assert.equal(rounds.results.length, islands)
    }),
  )
})

/** As if the island had come to this value; null: to none. */
function madeUp({ strategy, runs }: MessageIsland, value: number | null): MessageIslandResult {
  const run = { value: value!, sentOver: Uint32Array.of(1), order: [], outcome: null }
  const best = value === null ? null : { plan: {} as never, run }
  return {
    strategy,
    runs,
    best,
    latest: best,
    violation: null,
    tries: {},
    history: [],
    unfinished: 0,
    reason: null,
  }
}

test('a search makes exactly as many runs as it was given', () => {
  const problem = problemOn('lollipop', 6)
  for (const runs of [1, 31, 32, 33, 64, 65, 500]) {
    const objective = objectiveNamed('messages', dfsTreeNoRoot)
    const found = attack(dfsTreeNoRoot, problem, { objective, seed: 1, runs })
    assert.equal(found.runs, runs)
    assert.equal(
      found.strategies.reduce((sum, { runs }) => sum + runs, 0),
      runs,
    )
  }
})

test('the best of all rounds before is what the next one is given, and it costs what it is said to', () => {
  for (const [algorithm, topology, n] of [
    [hirschbergSinclair, 'ring', 12],
    [dfsTreeNoRoot, 'gnp:degree=3', 8],
  ] as const) {
    const problem = problemOn(topology, n)
    const { dealt } = search(algorithm, problem, 600, 3)
    let best = Number.NEGATIVE_INFINITY
    for (const { round, results } of dealt) {
      const given = round
        .map(({ handed }) => handed.elite[0]?.run.value)
        .filter((value) => value !== undefined)
      assert.ok(given.every((value) => value === best))
      best = results.reduce((most, { best }) => Math.max(most, best!.run.value), best)
    }
    const objective = objectiveNamed('messages', algorithm)
    assert.equal(attack(algorithm, problem, { objective, seed: 3, runs: 600 }).best, best)
  }
})

test('in which order the islands of a round are searched makes no difference', () => {
  const problem = problemOn('lollipop', 8)
  const { rounds, options } = search(dfsTreeNoRoot, problem, 700, 5)
  const forward = attack(dfsTreeNoRoot, problem, { ...options, runs: 700 })
  assert.equal(
    forward.best,
    rounds.results.reduce((most, { best }) => Math.max(most, best!.run.value), 0),
  )
  assert.deepEqual(
    forward.strategies.map(({ islands }) => islands).reduce((a, b) => a + b),
    rounds.results.length,
  )
})

test('about a quarter of the runs begins anew, whatever is found; of strategies that never go on, all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (values) => {
      const rounds = new Rounds(20_000)
      let [anew, dealt, islands] = [0, 0, 0]
      for (let round = rounds.next(); round.length > 0; round = rounds.next()) {
        for (const { handed, runs } of round) {
          dealt += runs
          if (handed.elite.length === 0) anew += runs
          // Half of a round begins anew if fewer than a quarter did, and a round is a quarter of all runs; at first 2 × 64.
          assert.ok(anew <= 0.25 * dealt + Math.max(64, dealt / 8))
        }
        rounds.finish(round.map((island) => madeUp(island, values[islands++ % values.length]!)))
      }
      assert.ok(anew >= 0.2 * dealt, `${anew} of ${dealt}`)
    }),
    { numRuns: 50 },
  )
  const random = new Rounds(400, ['random'])
  for (let round = random.next(); round.length > 0; round = random.next()) {
    assert.ok(round.every(({ handed }) => handed.elite.length === 0))
    random.finish(round.map((island) => madeUp(island, 10)))
  }
})
