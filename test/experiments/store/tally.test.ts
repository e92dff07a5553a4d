import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '../../../engine/index.ts'
import { Tally } from '../../../experiments/store/tally.ts'
import { makeClaim, makeRow } from '../../helpers/samples.ts'

const claimOn = {
  messages: makeClaim({ formula: 'n' }),
  time: makeClaim({ measure: 'time', kind: 'at most', formula: 'n' }),
  bits: makeClaim({ measure: 'bits', kind: 'at most', formula: 'n' }),
  'messages:M': makeClaim({ measure: 'messages:M', formula: 'n' }),
} as const

type Said = Partial<Record<keyof typeof claimOn, Verdict>>

/** What a run says of its claims, and what it counts as. */
const cases: readonly (readonly [said: Said, kept: 0 | 1, violated: 0 | 1])[] = [
  [{}, 0, 0],
  [{ messages: 'held' }, 1, 0],
  [{ 'messages:M': 'held' }, 1, 0],
  [{ bits: 'held' }, 1, 0],
  [{ messages: 'not checked' }, 0, 0],
  [{ messages: 'not checked', time: 'held' }, 1, 0],
  [{ messages: 'violated', time: 'held' }, 0, 1],
  [{ messages: 'held', 'messages:M': 'violated' }, 0, 1],
  [{ 'messages:M': 'violated' }, 0, 1],
]

for (const [said, kept, violated] of cases)
  test(`a run that says ${JSON.stringify(said)} of its claims ${kept ? 'kept' : 'did not keep'} them`, () => {
    const also = Object.entries(said).map(
      ([measure, verdict]) => [claimOn[measure as keyof typeof claimOn], 16, verdict] as const,
    )
    const tally = new Tally()
    tally.note({ index: 0, row: makeRow({ also }), ms: 1 } as never)
    assert.deepEqual([tally.held, tally.violations.length], [kept, violated])
  })
