import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paxos } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, assertClaims, atMost, columnOf } from '../../../engine/index.ts'
import { runCell } from '../../helpers/run.ts'

const decided = (delay: string) =>
  runCell(paxos as AnyAlgorithm, { topology: 'complete', n: 5, wakeup: 'root', delay, seed: 1 }).execution

test('in partial synchrony, marks are measured from the time on at which delays are bounded', () => {
  // By hand: one proposer, all delays 1, so the last decide at time 5.
  const after = (at: number) => decided(`gst:at=${at},before=constant,after=constant`).measures.marks.decided
  assert.deepEqual(after(2), { first: 4, last: 5, afterGst: 3 })
  assert.deepEqual(after(20), { first: 4, last: 5, afterGst: 0 })
})

test('it is in units of the bound, and measured nowhere else', () => {
  // By hand: from the beginning every delay is 1/2 at most and more than 0.499, so that all decide before 2.5 = 5 bounds.
  const { afterGst } = decided('gst:at=0,after=uniform:min=0.499+max=0.5').measures.marks.decided!
  assert.ok(afterGst! > 4.99 && afterGst! <= 5)
  assert.equal(decided('uniform').measures.marks.decided!.afterGst, undefined)
  assert.equal(columnOf('time-after-gst:decided'), 'time_after_gst_decided')
})

test('nothing is claimed of it, for records do not say when delays become bounded', () => {
  const claiming = { ...paxos, claims: { 'time-after-gst:decided': atMost('5') } } as AnyAlgorithm
  assert.throws(() => assertClaims(claiming), {
    message:
      'algorithm paxos: claims.time-after-gst:decided: no record says when delays become bounded, so a claim about this could not be checked; claim something of time:decided',
  })
})
