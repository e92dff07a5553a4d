import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimedValue, tightestBound } from '../../../reports/statistics/bounds.ts'
import { makeClaim, makeRow, theorems } from '../samples.ts'

const square = makeClaim({ kind: 'at most', formula: 'n^2' })
const edges = makeClaim({ kind: 'at most', formula: '2m + D' })
const awake = makeClaim({ kind: 'at most', formula: 'k + w' })
const least = makeClaim({ kind: 'at least', formula: '1' })
const mean = makeClaim({ kind: 'expected', formula: '2' })
const own = makeClaim({ formula: 'S + n', where: { S: 'the distance travelled' } })

test('the tightest of several bounds is the smallest from above that applies and is known', () => {
  // n = 16, m = 20, D = 5: 256, 45 and 16 + 0; 1 is from below, 2 a mean, S a secret of the claim.
  const claims = [square, edges, awake, least, mean, own]
  const row = (...names: string[]) =>
    makeRow({
      m: 20,
      diameter: 5,
      messages_claim: 256,
      messages_verdict: 'held',
      extra: { ...theorems(square), messages_also: names.map((name) => `${name}: held`).join('; ') },
    })
  const all = row('at most 2m + D', 'at most k + w', 'at least 1', 'expected 2', 'exactly S + n')
  assert.deepEqual(tightestBound(all, 'messages', claims), { claim: awake, value: 16 })
  assert.deepEqual(tightestBound({ ...all, wakeup: 'root' }, 'messages', claims), { claim: edges, value: 45 })
  assert.deepEqual(tightestBound(row(), 'messages', claims), { claim: square, value: 256 })
  assert.equal(tightestBound(all, 'time', claims), null)
  assert.deepEqual(tightestBound({ ...all, wakeup: 'root', diameter: null }, 'messages', claims), {
    claim: square,
    value: 256,
  })
})

test('the value that a row shows goes before what the formula gives', () => {
  const row = makeRow({ messages_claim: 40, messages_verdict: 'held', extra: theorems(own) })
  assert.equal(claimedValue(row, own), 40)
  assert.equal(claimedValue(makeRow(), own), null)
})
