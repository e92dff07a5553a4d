import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding, sessionsAsynchronous, sessionsInRounds } from '../../../../algorithms/index.ts'
import { sessionsIn } from '../../../../engine/claims/special-actions.ts'
import {
  type Algorithm,
  type AnyAlgorithm,
  forceFewSessions,
  specialActions,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { verifyLines } from '../../../helpers/record.ts'

interface State {
  actions: number
}

/** Acts s times as it wakes, and hears from nobody. */
const alone = (s: number): AnyAlgorithm =>
  ({
    name: 'alone',
    requires: { initiators: 'all' },
    terminates: true,
    initially: () => ({ actions: 0 }),
    uponStart(p, state) {
      state.actions = s
      p.terminate()
    },
    uponReceiving: {},
    columns: { actions: specialActions(({ actions }: State) => actions) },
  }) satisfies Algorithm<State, never, object> as unknown as AnyAlgorithm

/** The right one, whose processors are told that the diameter is 1, and so act in every step. */
function hasty(s: number): AnyAlgorithm {
  const right = sessionsAsynchronous.with(`s=${s}`)
  const initially = (input: { readonly diameter: number }) =>
    right.initially({ ...input, diameter: 1 } as never)
  return { ...right, name: 'hasty', initially, claims: {}, properties: {} } as unknown as AnyAlgorithm
}

const linesOf = (lines: readonly string[]): string[] => lines.map((line) => line.trimEnd())

test('the most disjoint sessions: by hand', () => {
  assert.equal(sessionsIn([0, 1, 0, 1, 1, 0], 2), 3)
  assert.equal(sessionsIn([0, 0, 0, 1, 1, 1], 2), 1)
  assert.equal(sessionsIn([0, 1, 1, 0, 0, 1], 2), 3)
  assert.equal(sessionsIn([0, 1], 3), 0)
})

test('sessions by steps take as long as they must', () => {
  for (const [n, s] of [
    [2, 1],
    [3, 4],
    [6, 3],
  ] as const) {
    const { took, bound, reordered } = forceFewSessions(sessionsAsynchronous.with(`s=${s}`), n, s)
    assert.deepEqual([took, bound, reordered], [(s - 1) * (n - 1), (s - 1) * (n - 1), null])
  }
})

test('however often all act in less than (s − 1) D units, there are fewer than s sessions, for the ends take turns', () => {
  for (const [n, s] of [
    [3, 3],
    [4, 4],
    [5, 3],
    [6, 5],
  ] as const) {
    // In every step, the last of which is at (s − 1) D − 1.
    const algorithm = hasty((s - 1) * (n - 1))
    const { took, bound, reordered } = forceFewSessions(algorithm, n, s)
    assert.equal(took, bound - 1)
    assert.ok(reordered !== null && reordered.sessions < s, `${n}, ${s}: ${reordered?.sessions}`)
    assert.equal(verifyLines(linesOf(reordered.lines), algorithm).first_error, null)
  }
})

test('who acts in every step has fewer sessions than s when the steps are reordered, for all n and s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 6 }), (n, s) => {
      const algorithm = hasty(s)
      const { took, reordered } = forceFewSessions(algorithm, n, s)
      assert.equal(took, s - 1)
      assert.ok(reordered !== null && reordered.sessions < s, `${reordered?.sessions}`)
      assert.equal(reordered.legal, true)
      assert.equal(verifyLines(linesOf(reordered.lines), algorithm).first_error, null)
    }),
    { numRuns: 40 },
  )
})

test('who hears from nobody has one session at most: by hand', () => {
  // All act five times at once as they wake, one after the other: the only session is that of all of them together.
  const { took, bound, reordered } = forceFewSessions(alone(5), 4, 5)
  assert.deepEqual([took, bound, reordered?.sessions, reordered?.legal], [0, 12, 1, true])
})

const refused: readonly (readonly [unknown, number, number, RegExp])[] = [
  [flooding, 3, 2, /algorithms that say how often each processor has acted: .*; flooding does not/],
  [sessionsInRounds.with('s=2'), 3, 2, /written in rounds/],
  [alone(2), 1, 2, /n ≥ 2 processors; here n = 1/],
  [alone(2), 3, 0, /s ≥ 1 sessions; here s = 0/],
]
for (const [algorithm, n, s, message] of refused)
  test(`refused: ${message.source}`, () => {
    assert.throws(() => forceFewSessions(algorithm as AnyAlgorithm, n, s), { name: 'InputError', message })
  })
