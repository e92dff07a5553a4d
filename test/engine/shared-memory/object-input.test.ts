import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atomicSnapshot, registerKvalued, treiberStack } from '../../../algorithms/index.ts'
import {
  assertSharedAlgorithm,
  exactly,
  executeShared,
  exploreObject,
  InputError,
  type SharedObject,
  sharedData,
} from '../../../engine/index.ts'

/** Each with what is wrong, and how it is said. */
const flawed: readonly (readonly [object: object, message: RegExp])[] = [
  [
    { ...treiberStack, service: {} },
    /^treiber-stack: its service is none of an object; there are sharedRegister/,
  ],
  [
    { ...treiberStack, operations: { push: treiberStack.operations.push } },
    /it has no operation pop; a stack has push and pop/,
  ],
  [
    { ...treiberStack, operations: { ...treiberStack.operations, peek: treiberStack.operations.pop } },
    /operations\.peek: a stack has no such operation; it has push, pop/,
  ],
  [{ ...treiberStack, operations: { ...treiberStack.operations, pop: {} } }, /pop has no line 1/],
  [{ ...treiberStack, guarantees: 'regular' }, /guarantees is regular, which is said of registers only/],
  [
    { ...treiberStack, guarantees: 'atomic' },
    /guarantees is “atomic”; it must be one of linearizable, regular, safe/,
  ],
  [
    { ...treiberStack, progress: 'fast' },
    /progress is “fast”; it must be one of wait-free, lock-free, blocking/,
  ],
  [{ ...treiberStack, doorwayEnds: 2 }, /doorwayEnds: there is no such key/],
  [
    { ...treiberStack, claims: { 'pull:steps': exactly('1') } },
    /claims\.pull:steps: nothing of this name is measured/,
  ],
  [{ ...treiberStack, claims: { 'solo:steps': exactly('v') } }, /uses v; it may use n, k/],
  [{ ...treiberStack, claims: { 'push:steps': exactly('m') } }, /uses m; it may use n, k, v/],
]

for (const [object, message] of flawed)
  test(`an object is refused: ${message.source}`, () => {
    assert.throws(
      () => assertSharedAlgorithm(object as SharedObject),
      (error) => error instanceof InputError && message.test(error.message),
    )
  })

test('a variable that holds data is told what it may not hold, and nobody can change what it holds', () => {
  const broken = (
    line: (s: unknown, variables: { d: { read(next: (value: number[]) => number): unknown } }) => unknown,
  ) =>
    ({
      ...atomicSnapshot,
      variables: () => ({ d: sharedData({ initially: [1, 2] }) }),
      operations: { scan: { 1: line }, update: { 1: line } },
      claims: {},
    }) as unknown as SharedObject
  const changing = broken((_, { d }) =>
    d.read((value) => {
      value.push(3)
      return 0
    }),
  )
  const { outcome } = executeShared(changing, { n: 1, seed: 1 })
  assert.ok(outcome.kind === 'failed')
  assert.match(outcome.reason, /^atomic-snapshot: p_0, (scan|update) line 1 throws: .*not extensible/)
  const found = exploreObject(changing, { n: 1 })
  assert.equal(found.violation!.property, 'failed')
  const holding = { ...atomicSnapshot, variables: () => ({ d: sharedData({ initially: new Map() }) }) }
  assert.throws(
    () => executeShared(holding as unknown as SharedObject, { n: 1, seed: 1 }),
    /^InputError: atomic-snapshot: variable d begins with what is no plain data/,
  )
})

test('a claim that depends on the argument is held to each value', () => {
  const run = { n: 2, seed: 3, workload: 'closed:operations=30' }
  const wrong: SharedObject = { ...registerKvalued, claims: { 'write:writes': exactly('4') } } as never
  assert.equal(executeShared(wrong, run).outcome.kind, 'terminated')
  const byArgument = executeShared(registerKvalued as never, run).measures.operations!.byArgument.write!
  assert.deepEqual(
    byArgument.map(({ argument, all }) => [argument, all.min.writes, all.max.writes]),
    [
      [0, 1, 1],
      [1, 2, 2],
      [2, 3, 3],
      [3, 4, 4],
    ],
  )
})
