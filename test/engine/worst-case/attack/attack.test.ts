import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  algorithms,
  bfsRelax,
  dfsTreeNoRoot,
  echo,
  hirschbergSinclair,
  lcr,
  spanningTreeFlood,
} from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type AttackResult,
  attack,
  buildTopology,
  type Choosable,
  ComputedInstance,
  explore,
  InputError,
  objectiveNamed,
  recordSchedule,
  Streams,
  timeSchedule,
} from '../../../../engine/index.ts'
import { mostProbing } from '../../../helpers/most-probing.ts'
import fc from '../../../helpers/property.ts'

function problemOn(topology: string, n: number, names: readonly string[] = []): ComputedInstance {
  const stream = new Streams(7).stream('topology')
  const graph = buildTopology(topology, { n, stream, readFile: () => '' })
  const weights = stream.permutation(graph.m)
  const fields = Object.fromEntries(names.map((name) => [name, stream.permutation(graph.n)]))
  return new ComputedInstance(graph, { weights, fields })
}

function search(
  algorithm: AnyAlgorithm,
  [topology, n]: readonly [string, number],
  objective: string,
  options: { runs: number; seed?: number; strategies?: string[]; choose?: Choosable[] },
): AttackResult {
  return attack(algorithm, problemOn(topology, n, algorithm.requires.fields), {
    objective: objectiveNamed(objective, algorithm),
    seed: 1,
    ...options,
  })
}

/** Those that are attacked by schedules alone; services have their own tests, and who reads clocks is refused. */
const asynchronous = algorithms.filter(
  ({ uponRound, requires, service }) =>
    uponRound === undefined &&
    requires.synchronous !== true &&
    requires.clocks !== true &&
    service === undefined,
)

/** A network that the algorithm runs on, of n processors where there is one. */
const networkFor = ({ requires }: AnyAlgorithm, n: number): readonly [string, number] =>
  (
    ({
      ring: ['ring', n],
      tree: ['random-tree', n],
      complete: ['complete', n],
      hypercube: ['hypercube', n < 6 ? 4 : 8],
      any: ['lollipop', n],
    }) as const
  )[[requires.shape].flat()[0] ?? 'any']

test('what a search finds is an execution of the model with that many messages and that time', () => {
  // The oracle is the checker of recorded executions, which knows the transition function and the model alone.
  fc.assert(
    fc.property(
      fc.constantFrom(...asynchronous),
      fc.integer({ min: 3, max: 7 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.constantFrom('messages', 'time'),
      (algorithm, n, seed, objective) => {
        const found = search(algorithm, networkFor(algorithm, n), objective, { runs: 40, seed })
        const timed = timeSchedule(algorithm, found.instance, found.schedule, found.wakeUps)
        assert.equal(timed[objective as 'messages' | 'time'], found.best)
        const { execution, judgements } = recordSchedule(algorithm, found.instance, timed)
        assert.ok(['terminated', 'quiescent'].includes(execution.outcome.kind), execution.outcome.kind)
        assert.ok(judgements.every(({ verdict }) => verdict !== 'violated'))
        assert.ok(Math.abs(execution.measures.time - timed.time) < 1e-6)
      },
    ),
    { numRuns: 80 },
  )
})

test('who wakes at time 0 as given is not woken later: with all awake, LCR is done by 2n', () => {
  // The largest identifier comes home by n, and its announcement by 2n. With wake-ups chosen it may start late.
  const found = search(lcr, ['ring', 8], 'time', { runs: 200, choose: ['schedule', 'ids'] })
  assert.equal(found.wakeUps, 'at zero')
  assert.ok(found.best <= 16)
  assert.equal(timeSchedule(lcr, found.instance, found.schedule, found.wakeUps).time, found.best)
})

test('the same seed finds the same', () => {
  const once = () => search(dfsTreeNoRoot, ['lollipop', 9], 'messages', { runs: 300, seed: 5 })
  const [a, b] = [once(), once()]
  assert.deepEqual(a.schedule, b.schedule)
  assert.deepEqual(a.history, b.history)
  assert.deepEqual(a.strategies, b.strategies)
})

test('more runs continue fewer: the history of improvements begins alike, and the best is no smaller', () => {
  const few = search(dfsTreeNoRoot, ['lollipop', 8], 'messages', { runs: 150 })
  const more = search(dfsTreeNoRoot, ['lollipop', 8], 'messages', { runs: 400 })
  assert.deepEqual(more.history.slice(0, few.history.length), few.history)
  assert.ok(more.best >= few.best)
})

test('on a ring of sixteen, the search finds the most that Le Lann, Chang and Roberts can send', () => {
  // n(n + 3)/2 = 16 · 19/2 = 152.
  assert.equal(search(lcr, ['ring', 16], 'messages', { runs: 100 }).best, 152)
})

test('from samples, small changes come close to descending order, and more samples do not', () => {
  const climbed = search(lcr, ['ring', 16], 'messages', {
    runs: 700,
    strategies: ['annealing'],
    choose: ['ids'],
  })
  const sampled = search(lcr, ['ring', 16], 'messages', { runs: 700, strategies: ['random'] })
  assert.ok(climbed.best >= 0.9 * 152, `${climbed.best}`)
  assert.ok(sampled.best < climbed.best, `${sampled.best}`)
})

test('where one processor wakes beside the largest, Le Lann, Chang and Roberts take 3n − 1', () => {
  assert.equal(search(lcr, ['ring', 16], 'time', { runs: 300 }).best, 47)
})

test('flooding a complete network can build a path: a tree of depth n − 1', () => {
  const found = search(spanningTreeFlood, ['complete', 16], 'tree_depth', { runs: 100 })
  assert.equal(found.best, 15)
  const sampled = search(spanningTreeFlood, ['complete', 16], 'tree_depth', {
    runs: 100,
    strategies: ['random'],
  })
  assert.ok(sampled.best < 15)
})

test('echo on a complete network takes n + 1: a fast path out, slow all the way back', () => {
  assert.equal(search(echo, ['complete', 16], 'time', { runs: 100 }).best, 17)
})

test('Hirschberg–Sinclair on a ring of sixteen: at least nine tenths of the most that any order costs', () => {
  const { best } = search(hirschbergSinclair, ['ring', 16], 'messages', { runs: 300 })
  assert.ok(best >= 0.9 * (mostProbing(16) + 16) && best <= mostProbing(16) + 16, `${best}`)
})

test('relaxation on a complete network: the k-th to hear of the root improves k times', () => {
  // It then has at most distance k, and tells 9 others each time: 9 + 8 · (1 + … + 9) for ten processors.
  assert.equal(search(bfsRelax, ['complete', 10], 'messages', { runs: 100 }).best, 9 + 8 * 45)
})

test('on small instances, a search finds neither more nor less than there is over all schedules', () => {
  const instances = [
    [bfsRelax, 'complete', 4],
    [bfsRelax, 'lollipop', 5],
    [echo, 'complete', 4],
    [echo, 'lollipop', 5],
    [dfsTreeNoRoot, 'complete', 4],
    [lcr, 'ring', 4],
    [spanningTreeFlood, 'complete', 4],
  ] as const
  for (const [algorithm, topology, n] of instances) {
    const wakeTimes = new Float64Array(n)
      .fill(algorithm.requires.root ? Number.POSITIVE_INFINITY : 0)
      .fill(0, 0, 1)
    const problem = new ComputedInstance(problemOn(topology, n).network, { wakeTimes })
    const exact = explore(algorithm, problem)
    assert.ok(exact.exhausted && exact.time!.exhausted)
    for (const measure of ['messages', 'time'] as const) {
      const objective = objectiveNamed(measure, algorithm)
      const { best } = attack(algorithm, problem, { objective, seed: 1, runs: 400, choose: ['schedule'] })
      assert.equal(best, exact[measure]!.max, `${measure} of ${algorithm.name} on ${topology}`)
    }
  }
})

test('what is given stays as it is', () => {
  const ids = [3, 0, 2, 1, 4]
  const wakeTimes = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY]
  const { network } = problemOn('ring', 5)
  const problem = new ComputedInstance(network, { ids, wakeTimes })
  const found = attack(dfsTreeNoRoot, problem, {
    objective: objectiveNamed('messages', dfsTreeNoRoot),
    seed: 1,
    runs: 50,
    choose: ['schedule'],
  })
  assert.deepEqual(Array.from(found.instance.ids), ids)
  assert.equal(found.instance.network, network)
  assert.deepEqual(Array.from(found.instance.wakeTimes), wakeTimes)
  assert.ok(found.schedule.every(({ message }) => message >= 0))
})

test('what makes no sense is refused in one line', () => {
  const refused = (act: () => unknown, pattern: RegExp) =>
    assert.throws(act, (error) => error instanceof InputError && pattern.test(error.message))
  refused(() => objectiveNamed('mesages', lcr), /unknown objective “mesages”.*messages/)
  refused(
    () => search(lcr, ['ring', 4], 'messages', { runs: 9, strategies: ['climbing'] }),
    /unknown strategy “climbing”/,
  )
  refused(() => search(echo, ['ring', 4], 'time', { runs: 9, choose: ['wakeup'] }), /echo requires its root/)
  refused(() => search(lcr, ['ring', 4], 'time', { runs: 9, choose: ['ports'] }), /numbered consistently/)
  refused(
    () => search(lcr, ['ring', 4], 'time', { runs: 9, choose: [] }),
    /nothing for the adversary to choose/,
  )
  refused(() => search(lcr, ['ring', 4], 'time', { runs: 9, strategies: [] }), /no strategy to search by/)
  const staggered = new ComputedInstance(problemOn('ring', 4).network, { wakeTimes: [0, 1, 2, 3] })
  refused(
    () => attack(lcr, staggered, { objective: objectiveNamed('time', lcr), seed: 1, runs: 1 }),
    /one is at 1/,
  )
})

test('runs that never end count for nothing, and are told of', () => {
  const forever: AnyAlgorithm = {
    name: 'forever',
    requires: {},
    terminates: false,
    initially: () => ({}),
    uponStart: (p) => p.send(0, { type: 'again' }),
    uponReceiving: { again: (p, _state, message, from) => p.send(from, message) },
  }
  assert.throws(
    () =>
      attack(forever, problemOn('path', 2), {
        objective: objectiveNamed('messages', forever),
        seed: 1,
        runs: 3,
        messagesMax: 100,
      }),
    /none of 3 runs of forever ended: more than 100 messages/,
  )
})
