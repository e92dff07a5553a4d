import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedMemoryAlgorithms, sharedObjects } from '../../../algorithms/index.ts'
import {
  done,
  exploreObject,
  exploreShared,
  formalShared,
  type LargestCost,
  type Lasso,
  type ObjectExploration,
  type ObjectState,
  own,
  type SharedExploration,
  type SharedMemoryAlgorithm,
  type SharedObject,
  type SharedSystem,
  sharedArray,
  sharedRegister,
  sharedVariable,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'
import fc from '../../helpers/property.ts'
import { randomLocks } from '../../helpers/random-lock.ts'
import { randomObjectsWithoutCoin } from '../../helpers/random-object.ts'

type Found = SharedExploration | ObjectExploration

/**
 * All that an exploration says, but for how much it looked at and which executions it shows. Costs in caches are left out where
 * the other one has seen too many configurations to know them.
 */
function said({ violation, extremes, ...found }: Found, other: Found): object {
  const costs = (Object.entries(extremes) as [string, LargestCost][])
    .filter(([measure]) => other.statesWithCaches !== null || !/:cc/.test(measure))
    .map(([measure, cost]) => [measure, cost.kind === 'bounded' ? cost.value : '∞'])
  const verdicts =
    'deadlock' in found
      ? [found.deadlock !== null, found.lockout?.processor]
      : [found.blocked !== null, found.unending?.processor]
  return { isWrong: violation !== null, verdicts, costs: Object.fromEntries(costs) }
}

/** The reduction says what all interleavings say. */
const assertSame = (reduced: Found, whole: Found): void =>
  assert.deepEqual(said(reduced, whole), said(whole, reduced))

/** Its schedule is an execution by the definitions that comes back to where its cycle began, and is admissible. */
function assertLasso(algorithm: SharedMemoryAlgorithm, n: number, passages: number, lasso: Lasso): void {
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  const { stem, cycle } = lasso
  const initial = formalShared.initialSharedConfiguration(system)
  const result = formalShared.sharedExec(initial, [...stem, ...cycle])
  assert.ok(result.kind === 'execution')
  assert.equal(formalShared.sharedAdmissibleForEver(result.execution, stem.length), true)
}

for (const [name, n, passages, check, numRuns] of [
  ['two processors', 2, Number.POSITIVE_INFINITY, false, 300],
  ['two processors that make two passages', 2, 2, false, 100],
  ['three processors that make one passage', 3, 1, false, 120],
  ['two processors, up to the first violation', 2, 2, true, 200],
] as const)
  test(`random locks, ${name}: without steps that commute, all verdicts and largest costs are the same`, () => {
    const looked = { whole: 0, reduced: 0 }
    fc.assert(
      fc.property(randomLocks, (lock) => {
        const whole = exploreShared(lock, { n, passages, check, states: 4000 })
        if (!whole.complete && whole.violation === null) return
        const reduced = exploreShared(lock, { n, passages, check, states: 4000, reduce: true })
        assert.ok(reduced.states <= whole.states || whole.violation !== null)
        assertSame(reduced, whole)
        for (const lasso of [reduced.deadlock, reduced.lockout])
          if (lasso !== null) assertLasso(lock, n, passages, lasso)
        if (!whole.complete) return
        looked.whole += whole.states
        looked.reduced += reduced.states
      }),
      { numRuns },
    )
    assert.ok(looked.reduced < looked.whole, `${looked.reduced} of ${looked.whole}`)
  })

test('random objects: all verdicts and largest costs are the same, and so is whether every history is right', () => {
  const looked = { whole: 0, reduced: 0 }
  const lists = [['write(1)', 'read'], ['read', 'write(2)'], ['read']]
  fc.assert(
    fc.property(randomObjectsWithoutCoin, fc.integer({ min: 2, max: 3 }), (object, n) => {
      const asks = { n, calls: asked(object, lists.slice(0, n)), states: 4000 }
      const whole = exploreObject(object, asks)
      if (!whole.complete && whole.violation === null) return
      const reduced = exploreObject(object, { ...asks, reduce: true })
      if (whole.violation?.property === 'failed') {
        assert.equal(reduced.violation?.property, 'failed')
        return
      }
      assertSame(reduced, whole)
      looked.whole += whole.states
      looked.reduced += reduced.states
    }),
    { numRuns: 150 },
  )
  assert.ok(looked.reduced < looked.whole, `${looked.reduced} of ${looked.whole}`)
})

test('two who never meet: of the sixteen configurations of three steps each, seven are looked at', () => {
  const variables = ({ n }: SharedSystem) => ({
    place: sharedArray(n, { values: 1, writers: own, readers: own }),
  })
  const walks: SharedObject<ObjectState & { readonly i: number }, typeof variables, 'read' | 'write'> = {
    name: 'walks',
    service: sharedRegister(),
    requires: {},
    variables,
    initially: ({ i }) => ({ i }),
    operations: {
      read: {
        1: (s, { place }) => place.at(s.i).read(2),
        2: (s, { place }) => place.at(s.i).read(3),
        3: (s, { place }) => place.at(s.i).read(done),
      },
      write: { 1: (s, { place }) => place.at(s.i).write(0, done) },
    },
    guarantees: 'linearizable',
    progress: 'wait-free',
  }
  const calls = [[{ operation: 0, argument: null }], [{ operation: 0, argument: null }]]
  const asks = { n: 2, calls, check: false }
  assert.equal(exploreObject(walks, asks).states, 16)
  // One goes all its way, three steps, and then the other one: 1 + 3 + 3.
  assert.equal(exploreObject(walks, { ...asks, reduce: true }).states, 7)
})

for (const lock of sharedMemoryAlgorithms)
  test(`${lock.name}: the reduction says of two processors what all interleavings say`, () => {
    const { size = 2 } = lock.requires
    for (const passages of [1, 2, Number.POSITIVE_INFINITY]) {
      const whole = exploreShared(lock, { n: size, passages, states: 20_000 })
      if (!whole.complete) continue
      const reduced = exploreShared(lock, { n: size, passages, states: 20_000, reduce: true })
      assertSame(reduced, whole)
    }
  })

for (const object of sharedObjects)
  test(`${object.name}: the reduction says of two processors what all interleavings say`, () => {
    const n = object.requires.size ?? Math.max(2, object.requires.sizeMin ?? 2)
    const reduced = () => exploreObject(object, { n, reduce: true })
    if (['shared-coin', 'randomised-consensus'].includes(object.name)) assert.throws(reduced, /flips coins/)
    else assertSame(reduced(), exploreObject(object, { n }))
  })

test('who waits can be woken by others, and what it does then counts', () => {
  const variables = () => ({
    begun: sharedVariable({ values: 2 }),
    near: sharedVariable({ values: 2 }),
    called: sharedVariable({ values: 2 }),
    last: sharedVariable({ values: 2 }),
  })
  const isSet = (value: number) => value === 1
  // p_0 is about to write `last`; p_1 waits for p_2, which waits for p_0 to be there. Woken, p_1 reads `last` before it is written.
  const lock: SharedMemoryAlgorithm<{ readonly i: number }, typeof variables> = {
    name: 'woken',
    service: 'mutual exclusion',
    requires: { size: 3 },
    variables,
    initially: ({ i }) => ({ i }),
    operations: {
      acquire: {
        1: ({ i }, { begun, near }) =>
          i === 0 ? begun.await(isSet, 2) : i === 1 ? begun.write(1, 2) : near.await(isSet, 2),
        2: ({ i }, { near, called }) =>
          i === 0 ? near.write(1, 3) : i === 1 ? called.await(isSet, 3) : called.write(1, done),
        3: ({ i }, { last }) =>
          i === 0 ? last.write(1, done) : last.read((value) => (value === 0 ? 4 : done)),
        4: (_, { last }) => last.write(2, done),
      },
      release: { 1: (_, { begun }) => begun.read(done) },
    },
    guarantees: 'mutual exclusion',
  }
  for (const reduce of [false, true]) {
    const { violation } = exploreShared(lock, { n: 3, passages: 1, check: false, costs: false, reduce })
    assert.match(violation!.reason, /p_1, acquire line 4 writes 2 to last/)
  }
})
