import assert from 'node:assert/strict'
import { test } from 'node:test'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { assertNamed } from '../helpers/token-module.ts'
import { tokenRunner } from '../helpers/token-runner.ts'

const poisoned = poisonedIn(temporaryFolder())

test('an algorithm that throws fails, and the row says who threw what and when', async () => {
  for (const row of await poisoned('throws', 'throw new TypeError("boom\\nand more")')) {
    assert.equal(row.outcome, 'failed')
    assert.equal(row.detail, 'p_0 as it starts at time 0: throws TypeError: boom and more (throws.mjs:11)')
    assert.equal(row.time, null)
  }
})

test('an algorithm that throws is named with its run, and the exit code is 3', async (t) => {
  await assertNamed(t, "throw new Error('oops')", /p_\d+.*upon receiving ⟨token⟩.*Error: oops/, 3)
})

test('a run in which the algorithm throws is shown up to there', () => {
  const { row, events, messages } = tokenRunner(() => {
    throw new Error('enough')
  }, 20).original
  assert.equal(row.outcome, 'failed')
  assert.match(row.detail!, /enough/)
  // Seven wake up and four pass it on; the fifth message arrives, but nobody is told of it.
  assert.deepEqual([events.length, messages.length], [11, 5])
})
