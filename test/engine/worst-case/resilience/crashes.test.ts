import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms, earlyStopping, floodset, floodsetDelta } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  consensus,
  createFaults,
  execute,
  Streams,
  shrinkScript,
} from '../../../../engine/index.ts'
import { crashPatterns } from '../../../helpers/crash-patterns.ts'
import { assertBroken, assertSafe, completeInstance, exploreOn } from './on-complete.ts'

// By hand: one processor has (f + 1) · 2^(n − 1) ways to crash, so at most f crash in Σ(k ≤ f) C(n, k) ((f + 1) 2^(n − 1))^k
// ways, with 2^n inputs. (3, 1): 8 (1 + 3·8) = 200. (3, 2): 8 (1 + 3·12 + 3·144) = 3,752. (4, 1): 16 (1 + 4·16) = 1,040.
// (4, 2): 16 (1 + 4·24 + 6·576) = 56,848.
for (const [n, f, executions] of [
  [3, 1, 200],
  [3, 2, 3752],
  [4, 1, 1040],
  [4, 2, 56_848],
] as const)
  test(`FloodSet is safe in all ${executions} executions of ${n} processors of which ${f} may crash`, () => {
    const found = exploreOn(floodset, [n, f], `crash:f=${f}`)
    assertSafe(found)
    assert.equal(found.executions, executions)
    assert.equal(found.symmetric, true)
    assert.equal(found.messages.max, (f + 1) * n * (n - 1))
    assert.deepEqual(found.marks.decided, { min: f + 1, max: f + 1 })
  })

for (const [n, f] of [
  [3, 1],
  [4, 1],
  [4, 2],
] as const)
  test(`in ${f} rounds FloodSet does not reach agreement among ${n} processors of which ${f} may crash`, () => {
    const found = exploreOn(floodset, [n, f - 1], `crash:f=${f}`)
    assertBroken(floodset, [n, f - 1], found, ['agreement'])
  })

test('where all but one may crash, f rounds are enough for FloodSet', () => {
  // The lower bound of f + 1 rounds needs n ≥ f + 2.
  assertSafe(exploreOn(floodset, [3, 1], 'crash:f=2'))
})

test('early-stopping consensus decides by round fa + 1 in all executions', () => {
  for (const [n, f] of [
    [3, 1],
    [4, 1],
    [4, 2],
  ] as const) {
    const found = exploreOn(earlyStopping, [n, f], `crash:f=${f}`)
    assertSafe(found)
    assert.deepEqual(found.marks.decided, { min: 1, max: f + 1 })
    const claim = found.claims.find(({ measure }) => measure === 'time:decided')
    assert.equal(claim?.formula, 'min(fa + 1, f + 1)')
    // Some execution needs all of it.
    assert.equal(claim?.measured, claim?.bound)
  }
})

test('early stopping takes the theorem’s rounds by how many do crash: fa + 1 to decide, one more to halt, f + 1 at most', () => {
  for (const [n, f, crashing] of [
    [4, 2, 0],
    [4, 2, 1],
    [4, 2, 2],
    [4, 3, 1],
    [3, 2, 1],
  ] as const) {
    const found = exploreOn(earlyStopping, [n, f], `crash:f=${crashing}`)
    assertSafe(found)
    assert.equal(found.marks.decided!.max, Math.min(crashing + 1, f + 1))
    assert.equal(found.rounds, Math.min(crashing + 2, f + 1))
  }
})

test('early-stopping consensus is not uniform: one that crashes may have decided something else', () => {
  const uniform = { ...earlyStopping, properties: { uniform: consensus.uniformAgreement } }
  const found = exploreOn(uniform, [4, 2], 'crash:f=2')
  assertBroken(uniform, [4, 2], found, ['uniform'])
})

test('what exploration finds of crashes is what running them one by one finds', () => {
  for (const [algorithm, n, f] of [
    [floodset, 3, 2],
    [floodsetDelta, 3, 2],
    [earlyStopping, 3, 1],
    [earlyStopping, 3, 2],
  ] as const) {
    const slow = oneByOne(algorithm as AnyAlgorithm, n, f)
    const fast = exploreOn(algorithm, [n, f], `crash:f=${f}`)
    assert.deepEqual({ messages: fast.messages, decided: fast.marks.decided }, slow, algorithm.name)
  }
})

/** The extremes of all executions, each run by the engine from faults as they are spelled. */
function oneByOne(algorithm: AnyAlgorithm, n: number, f: number) {
  const [messages, decided] = [extremes(), extremes()]
  for (let bits = 0; bits < 2 ** n; bits++) {
    const values = Array.from({ length: n }, (_, p) => (bits >> p) & 1)
    const instance = completeInstance(n, f).with({ values })
    for (const faults of crashPatterns(n, f, f + 1)) {
      const plan = createFaults(faults, algorithm, instance, 'synchronous', new Streams(0))
      const { measures } = execute(algorithm, instance, { kind: 'synchronous' }, { faults: plan })
      messages.note(measures.messages)
      if (measures.marks.decided?.first !== undefined) decided.note(measures.marks.decided.first)
      if (measures.marks.decided?.last !== undefined) decided.note(measures.marks.decided.last)
    }
  }
  return { messages: messages.found, decided: decided.found }
}

function extremes() {
  const found = { min: Number.POSITIVE_INFINITY, max: 0 }
  const note = (value: number): void => {
    found.min = Math.min(found.min, value)
    found.max = Math.max(found.max, value)
  }
  return { found, note }
}

test('algorithms with handlers of messages are explored in rounds, too, whatever their properties read', () => {
  for (const name of ['echo', 'flooding', 'tarry', 'bfs-relax']) {
    const algorithm = algorithms.find((one) => one.name === name)!
    const { exhausted, violations } = exploreOn(algorithm, [3, 1], 'crash:f=1')
    assert.equal(exhausted, true)
    assert.ok(violations.length > 0)
    for (const violation of violations)
      assert.notEqual(shrinkScript(algorithm, completeInstance(3, 1), violation), null)
  }
})
