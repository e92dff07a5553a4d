import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Algorithm, always, ComputedInstance, formal } from '../../../engine/index.ts'
import { graphOf } from '../../helpers/graphs.ts'

/** The root sends “ping” on every channel; who receives it answers “pong” and terminates; so does the root at the last. */
type Message = { readonly type: 'ping' } | { readonly type: 'pong' }
interface State {
  readonly isRoot: boolean
  answers: number
}
const ping: Algorithm<State, Message, { readonly isRoot: boolean }> = {
  name: 'ping',
  requires: { root: true },
  terminates: true,
  initially: ({ isRoot }) => ({ isRoot, answers: 0 }),
  uponStart(p, state) {
    if (state.isRoot) p.sendToAll({ type: 'ping' })
  },
  uponReceiving: {
    ping(p, _state, _message, from) {
      p.send(from, { type: 'pong' })
      p.terminate()
    },
    pong(p, state) {
      state.answers++
      if (state.answers === p.degree) p.terminate()
    },
  },
}

/** p_1 is the root, between p_0 on its channel 0 and p_2 on its channel 1. */
const path = graphOf(3, [
  [0, 1],
  [1, 2],
])
const onlyRoot = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY]
const system = { algorithm: ping, instance: new ComputedInstance(path, { root: 1, wakeTimes: onlyRoot }) }
const initial = formal.initialConfiguration(system)

const comp = (processor: number, wakes = false): formal.Event => ({
  kind: 'comp',
  processor,
  wakes,
  round: null,
})
const del = (sender: number, receiver: number, message: number): formal.Event => ({
  kind: 'del',
  sender,
  receiver,
  message,
})

/** m_0 and m_1 are the pings to p_0 and p_2; m_2 is the pong of p_2, which is quicker, and m_3 that of p_0. */
const schedule = [
  comp(1, true),
  del(1, 2, 1),
  comp(2),
  del(1, 0, 0),
  del(2, 1, 2),
  comp(0),
  comp(1),
  del(0, 1, 3),
  comp(1),
]
const times = [0, 0.5, 0.5, 1, 1, 1, 1.25, 2, 2]

function executionOf(events: formal.Schedule): formal.Execution {
  const result = formal.exec(initial, events)
  assert.equal(result.kind, 'execution', JSON.stringify(result, ['reason', 'index']))
  return (result as { execution: formal.Execution }).execution
}
const timed: formal.TimedExecution = { ...executionOf(schedule), times }

test('exec applies events in order: messages move from outbuf to inbuf to the state, and earlier configurations stay', () => {
  const { configurations } = timed
  const numbers = (bufs: readonly (readonly formal.Letter[])[]) => bufs.map((buf) => buf.map(({ id }) => id))
  assert.equal(configurations.length, schedule.length + 1)
  assert.deepEqual(numbers(configurations[0]!.processors[1]!.outbufs), [[], []])
  assert.deepEqual(numbers(configurations[1]!.processors[1]!.outbufs), [[0], [1]])
  assert.deepEqual(numbers(configurations[2]!.processors[1]!.outbufs), [[0], []])
  assert.deepEqual(numbers(configurations[2]!.processors[2]!.inbufs), [[1]])
  assert.deepEqual(numbers(configurations[3]!.processors[2]!.inbufs), [[]])
  assert.deepEqual(numbers(configurations[3]!.processors[2]!.outbufs), [[2]])
  assert.equal(configurations[3]!.processors[2]!.status, 'terminated')
  // The root's answers after its second event, and still in the configurations before it.
  assert.deepEqual(
    configurations.map(({ processors }) => (processors[1]!.state as State).answers),
    [0, 0, 0, 0, 0, 0, 0, 1, 1, 2],
  )
})

test('messages, time, delays and termination are those of the book', () => {
  assert.equal(formal.messageCount(timed), 4)
  assert.equal(formal.time(timed), 2)
  assert.equal(formal.hasTerminated(timed), true)
  assert.equal(formal.hasTerminated(formal.prefix(timed, 8)), false)
  // m_2 is sent at 0.5, delivered at 1 and processed at 1.25: it waits 0.5 in the outbuf and 0.25 in the inbuf.
  assert.deepEqual(
    formal.delays(timed).map(({ letter, inOutbuf, inInbuf, total }) => [letter.id, inOutbuf, inInbuf, total]),
    [
      [0, 1, 0, 1],
      [1, 0.5, 0, 0.5],
      [2, 0.5, 0.25, 0.75],
      [3, 1, 0, 1],
    ],
  )
})

test('happens-before follows messages and the order at each processor, and nothing else', () => {
  const before = formal.happensBefore(timed)
  // Computation events: 0 = start of p_1, 2 = p_2, 5 = p_0, 6 and 8 = p_1.
  const related = [0, 2, 5, 6, 8].flatMap((a) =>
    [0, 2, 5, 6, 8].filter((b) => before(a, b)).map((b) => [a, b]),
  )
  assert.deepEqual(related, [
    [0, 2],
    [0, 5],
    [0, 6],
    [0, 8],
    [2, 6],
    [2, 8],
    [5, 8],
    [6, 8],
  ])
})

const inapplicable: readonly (readonly [string, formal.Schedule, number, RegExp])[] = [
  ['a delivery of what was not sent', [del(1, 0, 0)], 0, /m_0 is in no outbuf from p_1 to p_0/],
  ['a delivery to the wrong processor', [comp(1, true), del(1, 2, 0)], 1, /m_0 is in no outbuf/],
  ['a second delivery', [comp(1, true), del(1, 0, 0), del(1, 0, 0)], 2, /m_0 is in no outbuf/],
  ['an event of nobody', [comp(1, true), comp(3)], 1, /there is no p_3 among 3 processors/],
]
for (const [name, events, index, reason] of inapplicable)
  test(`exec names the first event that does not apply: ${name}`, () => {
    const result = formal.exec(initial, events)
    assert.ok(result.kind === 'inapplicable')
    assert.equal(result.index, index)
    assert.equal(result.event, events[index])
    assert.match(result.reason, reason)
    assert.equal(result.prefix.configurations.length, index + 1)
  })

test('a channel that is first in, first out delivers only the first of its outbuf', () => {
  const twice: typeof ping = {
    ...ping,
    requires: { root: true, fifo: true },
    uponStart(p) {
      p.send(0, { type: 'ping' })
      p.send(0, { type: 'ping' })
    },
  }
  const start = formal.initialConfiguration({ ...system, algorithm: twice })
  const result = formal.exec(start, [comp(1, true), del(1, 0, 1)])
  assert.match(result.kind === 'inapplicable' ? result.reason : '', /m_0 was sent before m_1/)
})

test('what an algorithm throws ends its execution with the reason', () => {
  const stray: typeof ping = {
    ...ping,
    uponStart: (p) => p.send(7, { type: 'ping' }),
  }
  const result = formal.exec(formal.initialConfiguration({ ...system, algorithm: stray }), [comp(1, true)])
  assert.match(
    result.kind === 'inapplicable' ? result.reason : '',
    /throws: sends on channel 7, but has 2 channels/,
  )
})

test('times start at 0, never decrease, and increase strictly at each processor', () => {
  assert.equal(formal.hasLegalTimes(timed), true)
  const withTimes = (changed: number[]) => formal.hasLegalTimes({ ...timed, times: changed })
  assert.match(String(withTimes([0.1, ...times.slice(1)])), /first event, comp\(1\), is at 0\.1/)
  assert.match(
    String(withTimes(times.with(4, 0.75))),
    /del\(2, 1, m_2\), event 4, is at 0\.75, after one at 1/,
  )
  assert.match(String(withTimes([0, 0, 0, 0, 0, 0, 0, 2, 2])), /p_1 already computed then/)
  assert.match(String(withTimes(times.slice(1))), /8 times for 9 events/)
})

test('an execution is admissible if all wake, all messages are processed and no delay is too long', () => {
  const check = formal.admissibleAsynchronously
  assert.equal(check(timed, { delayMax: 1 }), true)
  assert.match(String(check(timed, { delayMax: 0.9 })), /m_0 has delay 1, more than 0\.9/)
  const cut = { ...formal.prefix(timed, 7), times: times.slice(0, 7) }
  assert.match(String(check(cut)), /m_3 is never processed/)
  // Up to time 1.25 nothing is missing: m_3, sent at 1, may take until 2. A crashed receiver owes nothing.
  assert.equal(check(cut, { delayMax: 1, horizon: 1.25 }), true)
  assert.equal(check(cut, { faulty: new Set([1]) }), true)
  const asleep = { ...executionOf([]), times: [] }
  assert.match(String(check(asleep)), /p_1 does not wake by itself at 0/)
  assert.equal(check(asleep, { faulty: new Set([1]) }), true)
})

test('a synchronous execution has every message processed in the round after its sending', () => {
  const rounds = formal.runTimed(system, { kind: 'synchronous' })
  assert.equal(formal.time(rounds), 2)
  assert.equal(formal.admissibleSynchronously(rounds), true)
  const late = rounds.times.map((time) => (time === 2 ? 3 : time))
  const events = rounds.events.map((event) =>
    event.kind === 'comp' && event.round === 2 ? { ...event, round: 3 } : event,
  )
  assert.match(
    String(formal.admissibleSynchronously({ ...rounds, events, times: late })),
    /m_2, sent in round 1, is not processed in round 2/,
  )
})

test('safety is a condition on prefixes: the shortest that violates it is found; liveness is one on the end', () => {
  const nobodyAnswered = always<State>(
    ({ states }) => states.every(({ answers }) => answers === 0) || 'answered',
  )
  assert.deepEqual(formal.isSafe(timed, formal.safetyCondition(nobodyAnswered)), {
    events: 7,
    reason: 'answered',
  })
  assert.equal(formal.isSafe(formal.prefix(timed, 6), formal.safetyCondition(nobodyAnswered)), true)
  assert.equal(formal.livenessCondition(nobodyAnswered)(timed), 'answered')
})
