import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedObjects } from '../../../algorithms/index.ts'
import {
  countExecutions,
  done,
  formalShared,
  type ObjectCall,
  type SharedObject,
} from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'
import { indexer, lastZero, readers } from '../../helpers/counted-programs.ts'

/** Any variables. */
type Any = ReturnType<typeof JSON.parse>

const calls = (object: SharedObject, first: string, others: string, n: number) =>
  asked(object, [[first], ...Array.from({ length: n - 1 }, () => [others])])

// The numbers that other tools publish of these programs (GenMC, under sequential consistency).
for (const [size, published] of [
  [2, 4],
  [8, 256],
] as const)
  test(`${size} readers of one write have ${published} executions: each reads before it or after it`, () => {
    const found = countExecutions(readers, {
      n: size + 1,
      calls: calls(readers, 'write(42)', 'read', size + 1),
    })
    assert.deepEqual([found.executions, found.complete], [published, true])
  })

for (const [size, published] of [
  [5, 64],
  [10, 3328],
] as const)
  test(`the last zero of ${size} has ${published} executions`, () => {
    const found = countExecutions(lastZero, {
      n: size + 1,
      calls: calls(lastZero, 'read', 'write(1)', size + 1),
    })
    assert.deepEqual([found.executions, found.complete], [published, true])
  })

test('the indexer with twelve threads has 8 executions', () => {
  // By hand: p_i has the keys 11 k + i, k from 1 to 4. Those of p_0 and p_11 are the same three times: 22, 33, 44. Whoever is second
  // goes on to the next place, which is free: 2³ executions.
  const found = countExecutions(indexer, { n: 12, calls: calls(indexer, 'increment', 'increment', 12) })
  assert.deepEqual([found.executions, found.complete], [8, true])
})

/** The classes of all interleavings, each as what its steps come after, gone through by the definitions one by one. */
function classes(object: SharedObject, lists: readonly (readonly ObjectCall[])[]): Set<string> {
  const passages = lists.map(({ length }) => length)
  const first = formalShared.initialSharedConfiguration({
    algorithm: object,
    n: lists.length,
    passages,
    calls: lists,
  })
  const found = new Set<string>()
  const go = (
    configuration: formalShared.SharedConfiguration,
    steps: readonly formalShared.SharedStep[],
  ): void => {
    let over = true
    for (const p of lists.keys()) {
      if (formalShared.sharedApplicable(configuration, p) !== true) continue
      over = false
      const { configuration: after, step } = formalShared.sharedStep(configuration, p)
      go(after, [...steps, step])
    }
    if (over) found.add(classOf(steps))
  }
  go(first, [])
  return found
}

/** The pairs of steps that do not commute, each with the one that comes first; a step is known by its processor and its number there. */
function classOf(steps: readonly formalShared.SharedStep[]): string {
  const counts = new Map<number, number>()
  const named = steps.map((step) => {
    const count = (counts.get(step.processor) ?? 0) + 1
    counts.set(step.processor, count)
    const keeps = step.kind === 'compareAndSwap' && JSON.stringify(step.before) === JSON.stringify(step.after)
    return {
      name: `${step.processor}.${count}`,
      variable: step.variable,
      writes: step.kind !== 'read' && !keeps,
    }
  })
  const pairs = named.flatMap((a, i) =>
    named
      .slice(i + 1)
      .flatMap((b) => (a.variable === b.variable && (a.writes || b.writes) ? [`${a.name}<${b.name}`] : [])),
  )
  return pairs.sort().join(' ')
}

/** What each object is asked for: small enough to go through every interleaving. */
const small: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'treiber-stack': [['push(1)'], ['pop', 'push(2)']],
  'michael-scott-queue': [['enqueue(1)'], ['dequeue']],
  'cas-counter': [['increment'], ['increment', 'read'], ['increment']],
  'collect-counter': [['increment'], ['read'], ['increment']],
  'double-collect': [['update(1)', 'update(2)'], ['scan']],
  'atomic-snapshot': [['update(1)'], ['scan']],
  'register-kvalued': [['write(2)', 'write(1)'], ['read']],
  'register-mwmr': [['write(1)', 'read'], ['write(2)']],
  'register-swmr': [['write(1)'], ['read'], ['read']],
}

for (const [name, lists] of Object.entries(small))
  test(`${name}: as many as there are classes of all interleavings`, () => {
    const object = sharedObjects.find((one) => one.name === name)!
    const own = asked(object, lists)
    const found = countExecutions(object, { n: own.length, calls: own })
    assert.equal(found.executions, classes(object, own).size)
  })

test('where somebody waits, and where there are more than were allowed, nothing is claimed', () => {
  const waits = {
    ...readers,
    operations: {
      ...readers.operations,
      read: { 1: (_: object, { x }: Any) => x.await((one: number) => one > 0, done) },
    },
  } as SharedObject
  const three = calls(waits, 'write(42)', 'read', 3)
  assert.throws(
    () => countExecutions(waits, { n: 3, calls: three }),
    /readers: p_1 waits; only executions in which nobody/,
  )
  const found = countExecutions(readers, { n: 9, calls: calls(readers, 'write(42)', 'read', 9), states: 10 })
  assert.equal(found.complete, false)
})
