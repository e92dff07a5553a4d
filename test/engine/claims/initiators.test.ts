import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  atMost,
  ComputedInstance,
  execute,
  formal,
  graphFromChannels,
  judge,
  parseFormula,
  quantities,
  type Setting,
  type Timing,
} from '../../../engine/index.ts'

/** Who wakes tells the neighbours, who wake by it. */
const rouse = {
  name: 'rouse',
  requires: {},
  terminates: false,
  initially: () => ({}),
  uponStart(p: { sendToAll(message: object): void }) {
    p.sendToAll({ type: 'wake' })
  },
  uponReceiving: { wake() {} },
} as unknown as AnyAlgorithm

const timings: readonly Timing[] = [
  { kind: 'synchronous' },
  { kind: 'asynchronous', delays: { kind: 'constant' } },
]

test('only who is woken by no message before its own time has woken by itself', () => {
  // On the path p_0 - p_1 - p_2 messages take one unit, and p_0's wakes p_1 at 1, whose wakes p_2 at 2.
  const never = Number.POSITIVE_INFINITY
  const byHand: readonly (readonly [wakeTimes: readonly number[], initiators: number, scheduled: number])[] =
    [
      [[0, 0, 0], 3, 3],
      [[0, never, never], 1, 1],
      [[0, 2, 3], 1, 3],
      [[0, 5, 1], 2, 3],
      [[0, never, 1], 2, 2],
      [[9, 0, 9], 1, 3],
      // Whose own time comes with the message wakes by itself: its start is first in the event.
      [[0, 1, 9], 2, 3],
      [[0, 1, 2], 3, 3],
    ]
  for (const [wakeTimes, initiators, scheduled] of byHand)
    for (const how of timings)
      for (const wokenByMessage of ['starts', 'joins'] as const) {
        // p_1 rouses p_2 only if it starts.
        if (wokenByMessage === 'joins' && wakeTimes[1]! > 1) continue
        const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]), { wakeTimes })
        const algorithm = { ...rouse, wokenByMessage }
        const { measures } = execute(algorithm, instance, how)
        assert.equal(measures.initiators, initiators, `${wakeTimes} ${how.kind} ${wokenByMessage}`)
        const literal = formal.runTimed(
          { algorithm, instance },
          how.kind === 'synchronous' ? { kind: 'synchronous' } : { kind: 'asynchronous', delay: () => 1 },
        )
        assert.equal(formal.initiatorCount(literal), initiators)
        const setting: Setting = { instance, timing: how.kind, unitDelays: true, identifiers: 'given' }
        const value = (formula: string, measured?: number) =>
          parseFormula(formula).evaluate(
            quantities(setting, { unit: measures.timeUnit, initiators: measured }),
          )
        assert.equal(value('10k + kmax', measures.initiators), 10 * initiators + scheduled)
        // Before a run nothing is measured, and k is at most this.
        assert.equal(value('k'), scheduled)
      }
})

test('names that every object has are no quantities', () => {
  const instance = new ComputedInstance(graphFromChannels(2, [0], [1]))
  const standard = quantities({ instance, timing: 'synchronous', unitDelays: true, identifiers: 'given' })
  for (const name of ['toString', 'constructor', '__proto__', 'q'])
    assert.ok(Number.isNaN(standard(name)), name)
})

test('a run is held to k as it was measured, and to kmax as it was scheduled', () => {
  // p_0 alone wakes by itself before messages wake the others: k = 1, kmax = 3, and three starts send 1 + 2 + 1 messages.
  const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]), { wakeTimes: [0, 9, 9] })
  const algorithm = { ...rouse, claims: { messages: [atMost('4k'), atMost('4kmax')] } }
  const setting: Setting = { instance, timing: 'synchronous', unitDelays: true, identifiers: 'given' }
  const execution = execute(algorithm, instance, { kind: 'synchronous' })
  assert.equal(execution.measures.messages, 4)
  assert.deepEqual(
    judge(algorithm, setting, execution).map(({ bound }) => bound),
    [4, 12],
  )
})
