import assert from 'node:assert/strict'
import { test } from 'node:test'
import { echo, flooding, hirschbergSinclair, lcr, spanningTreeFlood } from '../../../../algorithms/index.ts'
import { type AnyAlgorithm, atMost, type Cell, eventually, everyProcessor } from '../../../../engine/index.ts'
import { CellBuilder, isViolation, readFile, runCell, worstCasesOf } from '../../../../experiments/index.ts'

const builder = new CellBuilder(readFile)

/** The row of a worst case; sizes play no part here. */
function row(algorithm: unknown, change: Partial<Cell>, limits: { states?: number; runs?: number } = {}) {
  const { name } = algorithm as AnyAlgorithm
  const cell: Cell = {
    algorithm: name,
    timing: 'asynchronous',
    topology: 'ring',
    n: 5,
    delay: null,
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    replicate: 0,
    seed: 3,
    evidence: 'exact',
    ...change,
  }
  const worstCases = worstCasesOf({
    exact: { sizes: [5], states: limits.states },
    searched: { sizes: [5], runs: limits.runs ?? 200 },
  })
  return runCell(algorithm as AnyAlgorithm, cell, { experiment: 'trial', budget: {}, worstCases, builder })
}

test('over all orders of identifiers, Le Lann–Chang–Roberts sends n(n + 3)/2 messages in time 2n', () => {
  for (const n of [3, 4, 5]) {
    const { messages, time, outcome, messages_verdict, messages_claim, extra } = row(lcr, { n })
    assert.deepEqual(
      [messages, time, outcome, messages_verdict],
      [(n * (n + 3)) / 2, 2 * n, 'quiescent', 'held'],
    )
    assert.equal(messages_claim, messages)
    // Ascending clockwise, all but the largest identifier travel one channel: (n − 1) + n, and n for the announcement.
    assert.equal(extra.messages_least, 3 * n - 1)
  }
})

test('over all orders of five identifiers, Hirschberg–Sinclair sends 55 messages and 5 announcements', () => {
  assert.equal(row(hirschbergSinclair, { n: 5 }).messages, 55 + 5)
})

test('what the inputs say is not chosen: with ascending identifiers all schedules cost 3n − 1', () => {
  const { messages, extra } = row(lcr, { n: 6, inputs: 'ids=ascending' })
  assert.deepEqual([messages, extra.messages_least, extra.instances], [17, 17, 1])
})

test('a row says what the adversary chose and what was gone through', () => {
  const chosen = (change: Partial<Cell>, algorithm: unknown = lcr) => row(algorithm, change).extra.chosen
  // A ring is oriented, so its channels keep their numbers; the inputs may give identifiers.
  assert.equal(chosen({ n: 3 }), 'schedule, identifiers')
  assert.equal(chosen({ n: 3, evidence: 'searched' }), 'schedule, identifiers')
  assert.equal(chosen({ n: 3, inputs: 'ids=ascending' }), 'schedule')
  assert.equal(chosen({ n: 3, topology: 'complete' }, flooding), 'schedule, root, channel numbers')
})

test('over all orders of five identifiers, a search comes to the most that there is', () => {
  // What exploring finds above: 55 messages and 5 announcements.
  assert.equal(row(hirschbergSinclair, { n: 5, evidence: 'searched' }).messages, 55 + 5)
})

test('where the root alone wakes, another root is not tried', () => {
  // Every schedule of flooding on a ring of five sends 2m − (n − 1) = 6 messages, if the root wakes.
  const { messages, extra, messages_verdict } = row(flooding, { wakeup: 'root' })
  assert.deepEqual([messages, extra.messages_least, messages_verdict], [6, 6, 'held'])
})

test('echo on a complete network takes n + 1 units of time, and the search finds it', () => {
  const change = { topology: 'complete', n: 4, inputs: 'ports=sorted' }
  assert.equal(row(echo, change).time, 5)
  const searched = row(echo, { ...change, evidence: 'searched' })
  assert.deepEqual([searched.evidence, searched.time, searched.messages], ['searched', 5, 12])
})

test('a search finds no more than there is, and the same again', () => {
  for (const algorithm of [lcr, hirschbergSinclair, spanningTreeFlood]) {
    const [searched, exact] = [row(algorithm, { n: 4, evidence: 'searched' }), row(algorithm, { n: 4 })]
    assert.ok(searched.messages! <= exact.messages! && searched.time! <= exact.time!)
    assert.deepEqual(row(algorithm, { n: 4, evidence: 'searched' }), searched)
  }
})

test('an exploration that is cut short says so, and its costs are those that were seen', () => {
  const { outcome, detail, messages, messages_verdict } = row(hirschbergSinclair, { n: 6 }, { states: 2000 })
  assert.equal(outcome, 'budget')
  assert.match(detail!, /^not all schedules: \d+ states on \d+ instances seen$/)
  assert.ok(messages! > 0 && messages! <= 68 + 6)
  assert.equal(messages_verdict, 'not checked')
})

test('a bound that only a rare schedule exceeds is violated by the exact worst case', () => {
  // Echo takes ecc + n = 5 here, if the wave first runs along a path through all processors, and less otherwise.
  const claimed = {
    ...(echo as AnyAlgorithm),
    name: 'mine',
    claims: { time: atMost('ecc + n - 1') },
  } as AnyAlgorithm
  const found = row(claimed, { topology: 'complete', n: 4, inputs: 'ports=sorted' })
  assert.equal(isViolation(found), true)
  assert.equal(found.detail, 'time 5, but the claim is at most ecc + n − 1 = 4')
})

test('a property that fails in some schedule fails the row', () => {
  const properties = { never: eventually(everyProcessor(() => false, 'is content')) }
  const found = row({ ...(lcr as AnyAlgorithm), name: 'mine', properties }, { n: 3 })
  assert.deepEqual([found.outcome, isViolation(found)], ['violated', true])
  assert.match(found.detail!, /^never: not every processor is content/)
})
