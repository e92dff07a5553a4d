import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bakery, mcsLock, petersonLock, tasLock } from '../../../algorithms/index.ts'
import {
  executeShared,
  exploreShared,
  formalShared,
  type LargestCost,
  type Lasso,
  type SharedExploration,
  type SharedMemoryAlgorithm,
} from '../../../engine/index.ts'
import { bakeryWithoutChoosing, petersonSwapped, politeLock, turnsLock } from '../../helpers/broken-locks.ts'
import fc from '../../helpers/property.ts'
import { randomLocks } from '../../helpers/random-lock.ts'
import { executions, reachable } from '../../helpers/reachable.ts'

const unlimited = Number.POSITIVE_INFINITY

/** The execution of a schedule, by the definitions. */
function executed(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  schedule: readonly number[],
  passages = unlimited,
) {
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  const result = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  assert.ok(result.kind === 'execution', 'the schedule is not one of the system')
  return result.execution
}

const bounded = ({ extremes }: SharedExploration) =>
  Object.fromEntries(
    Object.entries(extremes).map(([measure, cost]) => [measure, cost.kind === 'bounded' ? cost.value : '∞']),
  )

test('Peterson’s lock has 32 configurations; a passage costs six remote references at most, and one can be bypassed once', () => {
  const found = exploreShared(petersonLock, { n: 2 })
  assert.equal(found.states, 32)
  assert.equal(reachable(petersonLock, 2, unlimited).size, 32)
  assert.deepEqual([found.violation, found.deadlock, found.lockout], [null, null, null])
  assert.deepEqual(bounded(found), {
    'passage:steps': '∞',
    'passage:reads': '∞',
    'passage:writes': 3,
    'passage:rmw': 0,
    'passage:dsm': '∞',
    bypass: 1,
    'passage:cc': 6,
    'passage:cc-write-back': 6,
  })
})

for (const n of [2, 3])
  test(`the MCS lock with ${n} processors: eight remote references with caches, four without, bypass n − 1`, () => {
    const found = exploreShared(mcsLock, { n })
    assert.ok(found.complete)
    const { 'passage:cc': cc, 'passage:dsm': dsm, bypass } = bounded(found)
    assert.deepEqual([cc, dsm, bypass], [8, 4, n - 1])
    assert.deepEqual([found.violation, found.deadlock, found.lockout], [null, null, null])
  })

test('the test&set lock locks out, and each try of a passage is remote, without a bound', () => {
  const found = exploreShared(tasLock, { n: 2 })
  assert.deepEqual([found.violation, found.deadlock], [null, null])
  const { processor, stem, cycle } = found.lockout!
  const execution = executed(tasLock, 2, [...stem, ...cycle])
  assert.equal(formalShared.sharedAdmissibleForEver(execution, stem.length), true)
  for (const { processors } of execution.configurations.slice(stem.length))
    assert.equal(processors[processor]!.section, 'entry')
  assert.equal(bounded(found)['passage:cc'], '∞')
})

test('a broken lock is caught, with a shortest execution that ends with two in the critical section', () => {
  for (const [lock, passages] of [
    [petersonSwapped, unlimited],
    [bakeryWithoutChoosing, 1],
  ] as const) {
    const { violation } = exploreShared(lock, { n: 2, passages })
    assert.equal(violation?.property, 'mutual exclusion')
    const { processors } = executed(lock, 2, violation!.schedule, passages).configurations.at(-1)!
    assert.ok(processors.every(({ section }) => section === 'critical'))
  }
})

test('polite processors deadlock; with strict turns one waits for who may never come', () => {
  const polite = exploreShared(politeLock, { n: 2 })
  assertStuck(politeLock, polite.deadlock)
  const turns = exploreShared(turnsLock, { n: 2 })
  assertStuck(turnsLock, turns.deadlock)
  // Nobody else takes a step then: p_1 waits alone, and p_0 rests.
  assert.deepEqual(turns.deadlock, { stem: [1], cycle: [1] })
})

test('a thousand random runs see nothing wrong with strict turns, which exploration finds at once', () => {
  for (let seed = 0; seed < 1000; seed++)
    assert.equal(executeShared(turnsLock, { n: 2, passages: 2, seed }).outcome.kind, 'terminated')
  assert.notEqual(exploreShared(turnsLock, { n: 2 }).deadlock, null)
})

function assertStuck(lock: SharedMemoryAlgorithm, lasso: Lasso | null): void {
  const execution = executed(lock, 2, [...lasso!.stem, ...lasso!.cycle])
  assert.equal(formalShared.sharedAdmissibleForEver(execution, lasso!.stem.length), true)
  for (const { processors } of execution.configurations.slice(lasso!.stem.length))
    assert.ok(processors.every(({ section }) => section !== 'critical'))
}

test('every largest cost has an execution that attains it, and every cost without bound a cycle that adds to it', () => {
  for (const [lock, n, passages] of [
    [petersonLock, 2],
    [mcsLock, 3],
    [tasLock, 3],
    [bakery, 2, 2],
  ] as const)
    for (const [measure, cost] of Object.entries(
      exploreShared(lock, { n, passages: passages ?? unlimited }).extremes,
    ))
      if (measure !== 'bypass') assertAttained(lock, n, measure.slice('passage:'.length), cost)
})

type Count = 'steps'

function assertAttained(lock: SharedMemoryAlgorithm, n: number, count: string, cost: LargestCost): void {
  if (cost.kind === 'bounded') {
    const passages = formalShared.sharedPassages(executed(lock, n, cost.schedule))
    // The passage is over with the last step.
    assert.equal(passages.at(-1)!.counts[count as Count], cost.value, `${lock.name} ${count}`)
    return
  }
  const { stem, cycle } = cost
  const costAfter = (times: number): number => {
    const { steps, configurations } = executed(lock, n, [...stem, ...Array(times).fill(cycle).flat()])
    assert.ok(formalShared.sameSharedConfiguration(configurations[stem.length]!, configurations.at(-1)!))
    return Math.max(...Array.from({ length: n }, (_, p) => soFar(steps, p, count)))
  }
  assert.ok(costAfter(5) >= costAfter(1) + 4, `${lock.name} ${count}`)
}

/** What the passage that a processor is in has cost so far. */
function soFar(steps: readonly formalShared.SharedStep[], p: number, count: string): number {
  const first = steps.findLastIndex(({ processor, from }) => processor === p && from === 'remainder')
  const own = [...steps.keys()].filter((index) => index >= first && steps[index]!.processor === p)
  const remote = { cc: formalShared.isRemoteWriteThrough, 'cc-write-back': formalShared.isRemoteWriteBack }
  const counts = remote[count as keyof typeof remote]
  const isRmw = (kind: string) => !['read', 'await', 'write'].includes(kind)
  if (counts !== undefined) return own.filter((index) => counts(steps, index)).length
  return count === 'rmw' ? own.filter((index) => isRmw(steps[index]!.kind)).length : own.length
}

test('the configurations are those that the definitions reach, with random programs', () => {
  fc.assert(
    fc.property(randomLocks, fc.integer({ min: 1, max: 2 }), ({ doorwayEnds: _, ...algorithm }, n) => {
      // Where the doorway is the first step, whether it is over says nothing new of a configuration.
      const found = exploreShared(algorithm, { n, passages: 1, states: 3000, costs: false, check: false })
      if (found.complete) assert.equal(found.states, reachable(algorithm, n, 1).size)
    }),
    { numRuns: 200 },
  )
})

test('the largest costs are those of all executions, with random programs without loops', () => {
  fc.assert(
    fc.property(randomLocks, (random) => {
      const algorithm = forwardOnly(random)
      const { complete, extremes } = exploreShared(algorithm, { n: 2, passages: 1, check: false })
      if (!complete) return
      const most: Record<string, number> = {}
      for (const execution of executions(algorithm, 2, 1))
        for (const { counts } of formalShared.sharedPassages(execution))
          for (const [count, value] of Object.entries(counts))
            most[`passage:${count}`] = Math.max(value, most[`passage:${count}`] ?? 0)
      const { bypass: _, ...found } = bounded({ extremes } as SharedExploration)
      assert.deepEqual(found, most)
    }),
    { numRuns: 60 },
  )
})

/** The program with its lines one after the other: where it goes is the next line, or the end. */
function forwardOnly(algorithm: SharedMemoryAlgorithm): SharedMemoryAlgorithm {
  const straight = (lines: SharedMemoryAlgorithm['operations']['acquire']) => {
    const kept = Object.entries(lines).slice(0, 3)
    return Object.fromEntries(
      kept.map(([number, line], index) => [
        number,
        (state: object, variables: never) => {
          const access = line(state, variables) as { next: unknown; kind: string; condition?: unknown }
          const next = index + 1 < kept.length ? index + 2 : 0
          const { next: given } = access
          access.next = (value: number) => {
            if (typeof given === 'function') given(value)
            return next
          }
          if (access.kind === 'await') access.condition = () => true
          return access as never
        },
      ]),
    )
  }
  const { acquire, release } = algorithm.operations
  return { ...algorithm, operations: { acquire: straight(acquire), release: straight(release) } }
}
