import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  always,
  atMost,
  ComputedInstance,
  type CountedMessages,
  exactly,
  explore,
  exploreOne,
  play,
  Streams,
  WAKES,
} from '../../../../engine/index.ts'
import { network } from '../../../helpers/network.ts'
import fc from '../../../helpers/property.ts'
import { everyEnding } from './every-schedule.ts'
import { randomAutomaton } from './random-automaton.ts'

/** A claim that depends on who wakes by itself, so that the exploration tells executions apart by that. */
const tellingApart = { messages: atMost('1000 k') }

const drawn = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  fifo: fc.boolean(),
  safety: fc.boolean(),
  wakers: fc.integer({ min: 1, max: 3 }),
})

for (const reduce of [false, true])
  test(`messages by type and by who wakes by itself are those of all schedules, ${reduce ? 'with' : 'without'} the reduction`, () => {
    fc.assert(
      fc.property(drawn, ({ seed, fifo, safety, wakers }) => {
        const automaton = randomAutomaton(new Streams(seed).stream('automaton'), { fifo, safety })
        const algorithm = { ...automaton, claims: tellingApart } as AnyAlgorithm
        const wakeTimes = [0, 1, 2].map((p) => (p < wakers ? 0 : Number.POSITIVE_INFINITY))
        const instance = new ComputedInstance(network('path', 3, 1), { wakeTimes })
        const whole = explore(algorithm, instance, { wakeUps: 'chosen', reduce: false, states: 120 })
        fc.pre(whole.exhausted && whole.depth <= 6)
        const found = explore(algorithm, instance, { wakeUps: 'chosen', reduce })
        const endings = everyEnding(algorithm, instance)
        for (const counted of found.counts) {
          const values = endings
            .filter(({ wakers }) => counted.wakers === null || wakers === counted.wakers)
            .map(({ messages, byType }) =>
              counted.measure === 'messages' ? messages : (byType.get(counted.measure.slice(9)) ?? 0),
            )
          assert.deepEqual(
            [counted.min, counted.max],
            [Math.min(...values), Math.max(...values)],
            `${counted.measure} ${counted.wakers}`,
          )
          assertWitnesses(algorithm, instance, counted)
        }
        const kinds = new Set(endings.map(({ wakers }) => wakers))
        assert.deepEqual(
          new Set(found.counts.flatMap(({ wakers }) => (wakers === null ? [] : [wakers]))),
          kinds,
        )
      }),
      { numRuns: 25 },
    )
  })

/** The schedules that are said to have the extremes have them. */
function assertWitnesses(algorithm: AnyAlgorithm, instance: ComputedInstance, counted: CountedMessages) {
  for (const extreme of ['most', 'least'] as const) {
    const choices = counted.witness(extreme)
    const { messages, ready } = play(algorithm, instance, choices, 'chosen')
    const type = counted.measure.slice('messages:'.length)
    const sent = messages.filter(
      ({ sending }) => counted.measure === 'messages' || sending.message.type === type,
    )
    assert.equal(sent.length, extreme === 'most' ? counted.max : counted.min)
    assert.deepEqual(ready, [])
    if (counted.wakers !== null)
      assert.equal(choices.filter(({ message }) => message === WAKES).length, counted.wakers)
  }
}

/** Whoever wakes by itself greets its neighbours; whoever is woken answers the first greeting. */
const greeting: AnyAlgorithm = {
  name: 'greeting',
  requires: {},
  terminates: false,
  wokenByMessage: 'joins',
  initially: () => ({ up: false }),
  uponStart(p, state) {
    const own = state as { up: boolean }
    own.up = true
    p.sendToAll({ type: 'hello' })
  },
  uponReceiving: {
    hello(p, state, _message, from) {
      const own = state as { up: boolean }
      if (!own.up) p.send(from, { type: 'answer' })
      own.up = true
    },
    answer() {},
  },
}

test('a claim with k is held, in each execution, to the number that wake by themselves in it', () => {
  // On a ring of three, k that wake say hello twice each; each of the others answers once: 2k + 3 − k = k + 3.
  const instance = new ComputedInstance(network('ring', 3, 1))
  const claiming = (claims: AnyAlgorithm['claims']) =>
    exploreOne({ ...greeting, claims } as AnyAlgorithm, instance, 0, { wakeUps: 'chosen' })
  const right = claiming({
    messages: exactly('k + 3'),
    'messages:hello': exactly('2k'),
    'messages:answer': exactly('n - k'),
  })
  assert.deepEqual(right.violations, [])
  assert.deepEqual(
    right.claims.map(({ verdict }) => verdict),
    ['held', 'held', 'held'],
  )
  const wrong = claiming({ 'messages:answer': atMost('2 - k'), messages: exactly('k + 3') })
  assert.deepEqual(
    wrong.violations.map(({ property, reason }) => [property, reason]),
    // With three that wake, nobody answers, but 2 − 3 is less than nothing; with one, two do.
    [['messages:answer at most 2 − k', 'messages:answer 2, but 2 − k = 1']],
  )
})

test('a claim about messages of a type is violated by the schedule that sends most of them', () => {
  const all = { ...greeting, claims: { 'messages:hello': exactly('2n'), 'messages:answer': atMost('0') } }
  const instance = new ComputedInstance(network('ring', 3, 1), { wakeTimes: [0, Infinity, Infinity] })
  const { violations, byType } = exploreOne(all as AnyAlgorithm, instance, 0, {})
  // Only p_0 says hello, twice, and both others answer.
  assert.deepEqual(
    violations.map(({ property, reason }) => [property, reason]),
    [
      ['messages:hello exactly 2n', 'messages:hello 2, but 2n = 6'],
      ['messages:answer at most 0', 'messages:answer 2, but 0 = 0'],
    ],
  )
  assert.deepEqual([byType.hello!.max.cost, byType.answer!.min!.cost], [2, 2])
  const { messages } = play(all as AnyAlgorithm, instance, violations[1]!.choices, 'at zero')
  assert.equal(messages.filter(({ sending }) => sending.message.type === 'answer').length, 2)
})

/** p_0 and p_1 pass a token to and fro until p_1 hears from p_2, a neighbour of both. */
const untilStopped: AnyAlgorithm = {
  name: 'until-stopped',
  requires: { identifiers: true },
  terminates: false,
  initially: (input) => ({ id: (input as { id: number }).id, stopped: false, stops: 0 }),
  uponStart(p, state) {
    const { id } = state as { id: number }
    if (id === 0) p.sendToAll({ type: 'token' })
    if (id === 2) p.sendToAll({ type: 'stop' })
  },
  uponReceiving: {
    token(p, state, message, from) {
      if (!(state as { stopped: boolean }).stopped) p.send(from, message)
    },
    stop(_p, state) {
      const own = state as { stopped: boolean; stops: number }
      own.stopped = true
      own.stops++
    },
  },
}

test('an execution that can go on for ever is found, although each of its configurations can also come to an end', () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [0, 2, 1],
  ])
    for (const reduce of [true, false]) {
      const instance = new ComputedInstance(network('complete', 3, 1), { ids: order })
      assert.equal(explore(untilStopped, instance, { reduce, time: false }).endless, true)
    }
})

test('what can be put off for ever is not: a violation far from a token that goes round is found', () => {
  // On a path, p_0 and p_1 pass the token to and fro, and nothing else comes to them; p_3 stops p_2.
  const apart: AnyAlgorithm = {
    ...untilStopped,
    uponStart(p, state) {
      const { id } = state as { id: number }
      if (id === 0) p.send(0, { type: 'token' })
      if (id === 3) p.send(0, { type: 'stop' })
    },
    properties: {
      notStopped: always(({ states }) => !(states[2] as { stopped: boolean }).stopped || 'p_2 has stopped'),
    },
  }
  const instance = new ComputedInstance(network('path', 4, 1), { ids: [0, 1, 2, 3] })
  const { violations, endless } = explore(apart, instance)
  assert.deepEqual([endless, violations.map(({ property }) => property)], [true, ['notStopped']])
})
