import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { admissibleHere, scratch } from './admissible.ts'

/** A recorded election on a ring of four, by hand: 10 messages that carry identifiers and 4 that announce. */
export async function recordLcr(t: TestContext): Promise<string> {
  const path = join(scratch(t), 'lcr.execution.jsonl')
  const { code } = await admissibleHere([
    'simulate',
    ...'lcr --topology ring --n 4 --ids 3,2,1,0'.split(' '),
    '--record',
    path,
  ])
  assert.equal(code, 0)
  return path
}
