import assert from 'node:assert/strict'
import { test } from 'node:test'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { assertNamed } from '../helpers/token-module.ts'

const poisoned = poisonedIn(temporaryFolder())

test('a handler that never returns is ended after the seconds of the budget', async () => {
  for (const row of await poisoned('hangs', 'for (;;);', 'budget: { seconds: 1.5 }')) {
    assert.equal(row.outcome, 'budget')
    assert.equal(row.detail, 'not finished after 1.5 s')
  }
})

test('an algorithm that never returns is named with its run, and the exit code is 3', async (t) => {
  await assertNamed(t, 'for (;;);', /2 s/, 3)
})
