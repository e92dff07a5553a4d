import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benOr, floodset, twoPhaseCommit } from '../../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  consensus,
  type Processor,
  recordSchedule,
  splitHalves,
  timeSchedule,
} from '../../../../../engine/index.ts'
import { shownBy } from '../../../../helpers/record.ts'
import { completeInstance } from '../../resilience/on-complete.ts'

interface State {
  readonly f: number
  heard: number[]
  decided: number | null
}

/** Everyone tells its input, and decides the least of the n − f that it hears first, its own among them. */
const hasty = {
  name: 'hasty',
  requires: { resilience: 'n > 2f' },
  terminates: false,
  initially: ({ value, f }: { value: number; f: number }): State => ({ f, heard: [value], decided: null }),
  uponStart: (p: Processor, s: State) => p.sendToAll({ type: 'mine', value: s.heard[0]! } as never),
  uponReceiving: {
    mine(p: Processor, s: State, { value }: { value: number }) {
      s.heard.push(value)
      if (s.heard.length === p.degree + 1 - s.f) s.decided = Math.min(...s.heard)
    },
  },
  properties: { agreement: consensus.agreement },
} as unknown as AnyAlgorithm

test('two halves that each decide by themselves disagree, in an execution that is accepted', () => {
  const instance = completeInstance(4, 2)
  // n − f = 2: p_0 and p_1 hear 0 and 0, p_2 and p_3 hear 1 and 1. Each half has one message to process for each member.
  const { halves, decisions, schedule, values, events } = splitHalves(hasty, instance, { f: 2, events: 100 })
  assert.deepEqual(halves, [
    [0, 1],
    [2, 3],
  ])
  assert.deepEqual(decisions, [
    [0, 0],
    [1, 1],
  ])
  assert.deepEqual(events, [2, 2])
  const begun = instance.with({ values })
  const { lines } = recordSchedule(hasty, begun, timeSchedule(hasty, begun, schedule, 'at zero'))
  assert.match(shownBy(lines.join('').trimEnd().split('\n'), hasty), /^agreement: /)
})

test('who waits for a majority does not decide: it flips coins for ever, or has nothing to do', () => {
  const coins = splitHalves(benOr as AnyAlgorithm, completeInstance(4, 2), { f: 2, events: 200 })
  assert.deepEqual(coins.decisions, [
    [null, null],
    [null, null],
  ])
  assert.deepEqual(
    [coins.events, coins.goesOn],
    [
      [200, 200],
      [true, true],
    ],
  )
  const waits = splitHalves(twoPhaseCommit as AnyAlgorithm, completeInstance(4, 2), { f: 2, events: 200 })
  assert.deepEqual(
    [waits.decisions[1], waits.goesOn],
    [
      [null, null],
      [false, false],
    ],
  )
})

test('a majority that is correct, and rounds, are not what the theorem is about', () => {
  assert.throws(
    () => splitHalves(benOr as AnyAlgorithm, completeInstance(5, 2), { f: 2, events: 1 }),
    /2 ≤ n ≤ 2f processors; here n = 5, f = 2/,
  )
  assert.throws(
    () => splitHalves(floodset as AnyAlgorithm, completeInstance(4, 2), { f: 2, events: 1 }),
    /floodset is written in rounds/,
  )
})
