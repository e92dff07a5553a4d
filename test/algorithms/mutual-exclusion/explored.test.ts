/** All executions on small networks: every order of messages, with the operations asked for at all moments. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  algorithms,
  diningChandyMisra,
  lamportMutex,
  maekawa,
  raymond,
  tokenRingMutex,
} from '../../../algorithms/index.ts'
import { type AnyAlgorithm, mutualExclusion } from '../../../engine/index.ts'
import {
  assertRightInAllExecutions,
  confirmedViolation,
  each,
  exploredUse,
  type Use,
} from '../../helpers/explored-service.ts'

const entries = (...counts: number[]): Use => each(counts, ['acquire', 'release'])
const meals = (topology: string, ...counts: number[]): Use => ({
  ...each(counts, ['eat', 'think']),
  topology,
})
const repaired = maekawa.with('')
const original = maekawa.with('protocol=original')

/** All that come to an end; for the token that goes round for ever see below. */
const ending: readonly AnyAlgorithm[] = [
  ...algorithms.filter(
    ({ service, name }) => service?.name === mutualExclusion.name && name !== tokenRingMutex.name,
  ),
  repaired,
]

for (const algorithm of ending)
  test(`${algorithm.name}: two and three processors enter one at a time, and all of them, in all executions`, () => {
    assertRightInAllExecutions(algorithm, entries(1, 1))
    assertRightInAllExecutions(algorithm, entries(2, 2))
    // Three who ask Lamport's algorithm have about 10^5 configurations when they ask once, and too many when they do twice.
    if (algorithm.name === lamportMutex.name) assertRightInAllExecutions(algorithm, entries(1, 1, 1))
    else assertRightInAllExecutions(algorithm, entries(2, 2, 2))
  })

test('Raymond’s tree and the forks of four philosophers are right on paths and rings, too', () => {
  assertRightInAllExecutions(raymond as AnyAlgorithm, { ...entries(1, 1, 1, 1), topology: 'path' })
  for (const use of [
    meals('path', 2, 2),
    meals('path', 2, 2, 2),
    meals('complete', 2, 2, 2),
    meals('ring', 1, 1, 1, 1),
  ])
    assertRightInAllExecutions(diningChandyMisra as AnyAlgorithm, use)
})

test('the token that goes round for ever lets in one at a time, in all configurations that it can come to', () => {
  // Its executions end when all has been answered, of which exploration knows nothing: without that they have no end, but
  // there are finitely many configurations.
  const { stopWhen: _, ...endless } = tokenRingMutex
  for (const use of [entries(2, 2), entries(1, 1, 1), entries(2, 2, 2)]) {
    const found = exploredUse({ ...endless, claims: {} } as AnyAlgorithm, use)
    assert.deepEqual([found.exhausted, found.endless, found.violations], [1, true, []])
  }
})

test('exploration finds that Maekawa’s original protocol deadlocks among three of four, and that the repaired one does not', () => {
  // p_0 asks for nothing, but votes. The same three as in the execution by hand.
  const use = entries(0, 1, 1, 1)
  const { property, shown } = confirmedViolation(original, use)
  assert.equal(property, 'answered')
  assert.match(shown, /^answered: p_\d was asked for acquire at time .* and never answers/)
  assertRightInAllExecutions(repaired, use)
})

test('exploration finds that Lamport’s algorithm lets in two where channels do not keep the order', () => {
  const { fifo, ...requires } = lamportMutex.requires
  assert.equal(fifo, true)
  const { property, shown } = confirmedViolation({ ...lamportMutex, requires } as AnyAlgorithm, entries(1, 1))
  assert.equal(property, 'mutualExclusion')
  assert.match(shown, /^mutualExclusion: p_\d enters at time .* while p_\d is inside/)
})
