import assert from 'node:assert/strict'
import { test } from 'node:test'
import { together } from '../../../reports/wording/together.ts'

test('what two costs begin with is said once, and the axis ends with no “of the”', () => {
  assert.deepEqual(together('remote references per passage in CC', 'remote references per passage in DSM'), {
    words: 'remote references per passage in CC and DSM',
    axis: 'remote references per passage',
    headers: ['CC', 'DSM'],
  })
  assert.deepEqual(together('time of the last mark decided', 'time of the first mark decided'), {
    words: 'time of the last mark decided and first mark decided',
    axis: 'time',
    headers: ['Last mark decided', 'First mark decided'],
  })
})

test('costs that have no word in common are both said', () => {
  assert.deepEqual(together('messages', 'time'), {
    words: 'messages and time',
    axis: 'messages and time',
    headers: ['Messages', 'Time'],
  })
})
