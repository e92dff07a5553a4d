import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding, hirschbergSinclair, lcr, spanningTreeFlood } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type Choice,
  ComputedInstance,
  latestLevels,
  type Play,
  play,
  type Random,
  recordSchedule,
  Streams,
  timePlay,
  WAKES,
} from '../../../../engine/index.ts'
import { largestTimes } from '../../../helpers/largest-times.ts'
import { network } from '../../../helpers/network.ts'
import fc from '../../../helpers/property.ts'

/** A schedule in which each choice is any of those that there are, until nothing is in transit or `steps` were taken. */
function anySchedule(algorithm: AnyAlgorithm, instance: ComputedInstance, random: Random, steps = 1e6): Play {
  const choices: Choice[] = []
  let played = play(algorithm, instance, choices, 'at zero')
  while (played.inTransit.length > 0 && choices.length < steps) {
    const message = played.ready[random.integer(played.ready.length)]!
    choices.push({ processor: played.messages[message]!.receiver, message })
    played = play(algorithm, instance, choices, 'at zero')
  }
  return played
}

const systems = [
  { algorithm: flooding, spec: 'complete', n: 4 },
  { algorithm: spanningTreeFlood, spec: 'complete', n: 4 },
  { algorithm: spanningTreeFlood, spec: 'grid', n: 6 },
  { algorithm: lcr, spec: 'ring', n: 5 },
  { algorithm: hirschbergSinclair, spec: 'ring', n: 4 },
] as const

const systemAndSeed = fc.tuple(fc.constantFrom(...systems), fc.integer({ min: 0, max: 1e6 }))

test('the latest times of a schedule are the largest solution of its difference constraints', () => {
  fc.assert(
    fc.property(systemAndSeed, ([{ algorithm, spec, n }, seed]) => {
      const instance = new ComputedInstance(network(spec, n, 1))
      const played = anySchedule(algorithm, instance, new Streams(seed).stream('schedule'))
      assert.deepEqual([...latestLevels(played)], largestTimes(played))
    }),
    { numRuns: 60 },
  )
})

test('a timed schedule is an execution that the checker accepts, and ends where the theory says', () => {
  fc.assert(
    fc.property(systemAndSeed, ([{ algorithm, spec, n }, seed]) => {
      const instance = new ComputedInstance(network(spec, n, 1))
      const played = anySchedule(algorithm, instance, new Streams(seed).stream('schedule'))
      const timed = timePlay(played)
      const { execution } = recordSchedule(algorithm, instance, timed)
      assert.equal(execution.measures.messages, played.messages.length)
      assert.equal(timed.time, largestTimes(played).at(-1))
      assert.ok(Math.abs(execution.measures.time - timed.time) < 1e-5)
      assert.deepEqual(execution.final.states, played.final.states)
    }),
    { numRuns: 60 },
  )
})

test('a schedule that is cut off is recorded up to there and no further', () => {
  fc.assert(
    fc.property(systemAndSeed, fc.nat(12), ([{ algorithm, spec, n }, seed], steps) => {
      const instance = new ComputedInstance(network(spec, n, 1))
      const played = anySchedule(algorithm, instance, new Streams(seed).stream('schedule'), steps)
      const { execution } = recordSchedule(algorithm, instance, timePlay(played))
      assert.deepEqual(execution.final.states, played.final.states)
      if (played.inTransit.length > 0) assert.equal(execution.outcome.kind, 'budget')
    }),
    { numRuns: 60 },
  )
})

test('in lockstep the latest times are those of the rounds, and are reached', () => {
  // On a ring of five the root's two waves take rounds 1 and 2, and cross on the far channel in round 3.
  const instance = new ComputedInstance(network('ring', 5, 1), {
    wakeTimes: [0, ...Array(4).fill(Number.POSITIVE_INFINITY)],
  })
  const choices = [0, 1, 2, 3, 4, 5].map((message) => ({ message }))
  const receivers: number[] = []
  for (const { message } of choices)
    receivers.push(play(flooding, instance, toChoices(receivers), 'at zero').messages[message]!.receiver)
  const timed = timePlay(play(flooding, instance, toChoices(receivers), 'at zero'))
  assert.deepEqual(
    timed.events.map(({ time }) => time),
    [0, 1, 1, 2, 2, 3, 3],
  )
})

const toChoices = (receivers: readonly number[]): Choice[] =>
  receivers.map((processor, message) => ({ processor, message }))

test('a schedule that wakes processors itself leaves asleep whom it does not wake', () => {
  // p_2 wakes alone; its identifier wakes p_3 and p_0 on the way.
  const instance = new ComputedInstance(network('ring', 4, 1), { ids: [1, 0, 3, 2] })
  const choices: Choice[] = [{ processor: 2, message: WAKES }]
  let played = play(lcr, instance, choices, 'chosen')
  while (played.inTransit.length > 0) {
    const message = played.inTransit[0]!
    choices.push({ processor: played.messages[message]!.receiver, message })
    played = play(lcr, instance, choices, 'chosen')
  }
  const timed = timePlay(played)
  const never = Number.POSITIVE_INFINITY
  assert.deepEqual([...timed.wakeTimes], [never, never, 0, never])
  assert.equal(recordSchedule(lcr, instance, timed).execution.outcome.kind, 'quiescent')
})
