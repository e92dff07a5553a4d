import assert from 'node:assert/strict'
import { test } from 'node:test'
import { poisonedIn } from '../helpers/poisoned.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const poisoned = poisonedIn(temporaryFolder())

test('a worker that exits takes only the cell with it that made it exit', async () => {
  for (const row of await poisoned('exits', 'process.exit(3)')) {
    assert.equal(row.outcome, 'failed')
    assert.match(row.detail!, /^the worker exited with code 3$/)
    assert.equal(row.m, null)
  }
})
