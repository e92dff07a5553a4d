import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeScript } from '../../../cli/output/describe-script.ts'

test('who has crashed hears nothing any more, so in rounds it is not told of as one who is sent something', () => {
  const crash = (processor: number, round: number, receivers: readonly number[]) => ({
    ...{ processor, round, receivers },
  })
  const none = { omissions: [], liars: [], lies: [] }
  const crashes = [crash(0, 0, [1]), crash(1, 1, [0, 2]), crash(2, 2, [0, 1])]
  assert.deepEqual(describeScript({ values: [0, 1, 1], crashes, ...none }), [
    'inputs 0,1,1',
    'p_0 crashes in round 0, sending to p_1 alone',
    'p_1 crashes in round 1, sending to p_2 alone',
    'p_2 crashes in round 2, sending to nobody who is left',
  ])
})

test('what an adversary chooses in an asynchronous execution is told a line each', () => {
  const lines = describeScript({
    ...{ values: [0, 1], crashes: [], omissions: [], liars: [2, 3], coins: 7 },
    lies: [{ liar: 2, receiver: 0, round: 4, messages: [] }],
    alterations: [
      { liar: 3, receivers: [0, 1], where: { type: 'vote', value: 1 }, says: { value: 0 } },
      { liar: 3, receivers: [2], where: {}, says: null },
    ],
    mistakes: { seed: 5, until: 16, rate: 0.25 },
    paces: {
      seed: null,
      heldUntil: 32,
      list: [
        { sender: 0, receiver: 1, turn: 2, pace: 'held' },
        { sender: 0, receiver: 2, turn: 2, pace: 'held' },
      ],
    },
  })
  assert.deepEqual(lines, [
    'inputs 0,1',
    'coins from seed 7',
    'p_2 lies in its step 4: nothing to p_0',
    'p_3 says value 0 to p_0 and p_1 wherever type is "vote", value is 1',
    'p_3 says nothing to p_2 always',
    'failure detectors are wrong for 0.25 of the time until 16, drawn from seed 5',
    'held up until 32 is message 2 from p_0 to p_1 and p_2',
    'other messages take half a unit of time',
  ])
})
