import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimedValue, tightestBound } from '../../../reports/statistics/bounds.ts'
import { makeClaim, makeRow } from '../../helpers/samples.ts'

const square = makeClaim({ kind: 'at most', formula: 'n^2' })
const edges = makeClaim({ kind: 'at most', formula: '2m + D' })
const awake = makeClaim({ kind: 'at most', formula: 'k + w' })
const least = makeClaim({ kind: 'at least', formula: '1' })
const mean = makeClaim({ kind: 'expected', formula: '2' })
const own = makeClaim({ formula: 'S + n', where: { S: 'the distance travelled' } })

test('the tightest of several bounds is the smallest from above that applies and is known', () => {
  // 256, 45 and 16 from above; 1 is from below, 2 a mean, and S a quantity of the claim’s own.
  const claims = [square, edges, awake, least, mean, own]
  const values = [256, 45, 16, 1, 2, 3]
  const row = (...applying: readonly number[]) =>
    makeRow({ also: applying.map((i) => [claims[i]!, values[i]!, 'held']) })
  const all = row(0, 1, 2, 3, 4, 5)
  assert.deepEqual(tightestBound(all, 'messages', claims), { claim: awake, value: 16 })
  assert.deepEqual(tightestBound(row(0, 1, 3, 4, 5), 'messages', claims), { claim: edges, value: 45 })
  assert.deepEqual(tightestBound(row(0), 'messages', claims), { claim: square, value: 256 })
  assert.equal(tightestBound(all, 'time', claims), null)
  assert.equal(tightestBound(row(3, 4, 5), 'messages', claims), null)
  const unknown = makeRow({ also: [[square, null, 'not checked']] })
  assert.equal(tightestBound(unknown, 'messages', claims), null)
})

test('the value of a claim for a run is what the run says of it; null where it does not apply', () => {
  assert.equal(claimedValue(makeRow({ also: [[own, 40, 'held']] }), own), 40)
  assert.equal(claimedValue(makeRow(), own), null)
})
