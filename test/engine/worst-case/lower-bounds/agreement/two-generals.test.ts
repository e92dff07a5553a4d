import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eigByzantine, floodset } from '../../../../../algorithms/index.ts'
import { type AnyAlgorithm, twoGenerals } from '../../../../../engine/index.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

const chainOf = (algorithm: unknown, f = 0) =>
  twoGenerals(algorithm as AnyAlgorithm, completeInstance(2, f), 'given')

test('two who exchange inputs disagree somewhere between both hearing and none: FloodSet', () => {
  // One round, a message each way. Whoever hears nothing decides its own input, so with inputs 0 and 1 they disagree.
  const { messages, links, broken } = chainOf(floodset)
  assert.equal(messages, 2)
  assert.deepEqual(
    links.map(({ values, decisions }) => [values, decisions]),
    [
      [
        [1, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
      [
        [0, 1],
        [0, 1],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ],
  )
  assert.equal(broken, 3)
})

test('more rounds put it off, and do not help', () => {
  // f + 1 rounds; in the chain messages go from the last round to the first.
  for (const f of [1, 2]) {
    const { messages, links, broken } = chainOf(floodset, f)
    assert.equal(messages, 2 * (f + 1))
    assert.equal(links.length, 1 + 2 * (f + 1) + 2)
    assert.ok(broken !== null)
    assert.equal(links[broken]!.outcome.kind, 'violated')
  }
})

test('there have to be two', () => {
  assert.throws(
    () => twoGenerals(eigByzantine as AnyAlgorithm, completeInstance(4, 1), 'given'),
    /the theorem is about n = 2; here n = 4/,
  )
})
