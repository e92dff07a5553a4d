import assert from 'node:assert/strict'
import { test } from 'node:test'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { assertNamed } from '../helpers/token-module.ts'
import { tokenRunner } from '../helpers/token-runner.ts'

const poisoned = poisonedIn(temporaryFolder())

test('an algorithm that never stops sending is stopped by its claim, which it violates', async () => {
  for (const row of await poisoned('endless', '')) {
    // The claim is n − 1 = 6, so the budget is 4 · 6 + 1000 messages.
    assert.equal(row.outcome, 'budget')
    assert.match(
      row.detail!,
      /^more than 1024 messages were sent; messages \d+, but the claim is exactly n − 1 = 6$/,
    )
    assert.equal(row.messages_verdict, 'violated')
  }
})

// Sending for ever also breaks its claims.
test('an algorithm that sends for ever is named with its run, and the exit code is 1', async (t) => {
  await assertNamed(t, 'p.send(LEFT, message)', /more than 1000 messages were sent/, 1)
})

test('a run that is stopped is shown up to there, and so is one with other delays', () => {
  const runner = tokenRunner(() => undefined, 20)
  assert.equal(runner.original.row.outcome, 'budget')
  const { from, to, nth } = runner.original.messages[2]!
  const edited = runner.run([{ from, to, nth, delay: 1 }])
  assert.equal(edited.row.outcome, 'budget')
  assert.equal(edited.messages.length, runner.original.messages.length)
})
