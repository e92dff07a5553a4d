import assert from 'node:assert/strict'
import { test } from 'node:test'
import { torture, trials } from '../../scripts/torture.ts'

/** How much of each trial is tried here; those that are not named have a test of their own in test/failures. */
const shares: Readonly<Record<string, number>> = {
  'changes of the log': 0.004,
  'received files that name code': 0.1,
  'fuzzed inputs': 0.003,
}

// The long form: node dist/scripts/torture.js
for (const [name, share] of Object.entries(shares))
  test(`the program bears a little of this: ${name}`, async () => {
    const chosen = trials.filter((trial) => trial.name === name)
    assert.equal(chosen.length, 1)
    await torture(chosen, { share, seed: 2004 }, (_, result) => {
      assert.ok(typeof result !== 'string')
      assert.deepEqual(result.failures, [])
      assert.ok(result.tried > 5)
    })
  })
