import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenRingMutex } from '../../../algorithms/index.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { historyOf, runCell } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const parts = { topology: 'ring', delay: 'constant', inputs: 'root=first', seed: 1 } as const

test('the token waits for nobody: a processor enters when it comes by', () => {
  // By hand: p_0 sends the token at 0, and it is at p_3 at 3, before p_3 asks at 3.5. It goes round, is at p_2 at 7 and at
  // p_3 at 8, who leaves at 8.5 and has all that it asks for. So far 8 messages, and the one that p_3 sends.
  const run = historyOf(tokenRingMutex, {
    ...parts,
    n: 5,
    workload: 'given:3.acquire@3.5+3.release@8.5',
  })
  assert.deepEqual(timesOf(run), ['acquire 3 @3.5', 'enter 3 @8', 'release 3 @8.5'])
  assert.equal(run.execution.measures.messages, 9)
})

test('it takes a message an entry where all wait, and any number where nobody does', () => {
  for (const [topology, n] of [
    ['ring', 7],
    ['complete:oriented=yes', 9],
  ] as const) {
    const messages = (workload: string) =>
      runCell(tokenRingMutex, { ...parts, topology, n, workload }).execution.measures.messages
    assert.equal(messages('saturated:operations=4'), 4 * n + 1)
    // One processor asks at 10,000: it takes a message a unit till then, and less than a round more.
    const idle = messages('given:2.acquire@10000+2.release@10020')
    assert.ok(idle > 10_000 && idle <= 10_000 + n, `${idle}`)
  }
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(tokenRingMutex, [3, 8])
  const complete = [2, 5].map((n) => ({ topology: 'complete:oriented=yes', n }))
  assertClaimsUnderEveryLoad(tokenRingMutex, [], complete)
})

test('a record that ends when all has been answered is admissible, and one that ends before is not', () => {
  const { lines } = record(tokenRingMutex, { ...parts, n: 5, workload: 'given:3.acquire@3.5+3.release@8.5' })
  assert.equal(verifyLines(lines, tokenRingMutex).first_error, null)
  // Without its last event, in which p_3 is answered and passes the token on, the release is pending.
  const short = [...lines.slice(0, -2), lines.at(-1)!]
  assert.notEqual(verifyLines(short, tokenRingMutex).first_error, null)
})
