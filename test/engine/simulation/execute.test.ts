import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  type AnyAlgorithm,
  always,
  type CheckMode,
  ComputedInstance,
  type DelayModel,
  execute,
  graphFromChannels,
  InputError,
  type Outcome,
} from '../../../engine/index.ts'

type Ping = { readonly type: 'ping'; readonly hops: number }
const pair = () => new ComputedInstance(graphFromChannels(2, [0], [1]))
const path = () => new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]))

/** Delays that are given one after the other. */
const given = (...values: number[]): DelayModel => ({
  kind: 'independent',
  bounded: true,
  fill: (block) => block.fill(1).set(values),
})

/** Two processors that play `hops` messages back and forth, started by the root. */
function pingPong(hops: number, change: Partial<AnyAlgorithm> = {}): AnyAlgorithm {
  const algorithm: Algorithm<{ isRoot: boolean; seen: number[] }, Ping, { readonly isRoot: boolean }> = {
    name: 'ping-pong',
    requires: { root: true },
    terminates: false,
    initially: ({ isRoot }) => ({ isRoot, seen: [] }),
    uponStart(p, { isRoot }) {
      if (isRoot) p.send(0, { type: 'ping', hops })
    },
    uponReceiving: {
      ping(p, state, message, from) {
        state.seen.push(message.hops)
        if (message.hops > 1) p.send(from, { type: 'ping', hops: message.hops - 1 })
      },
    },
  }
  return { ...algorithm, ...change } as AnyAlgorithm
}

test('the time of an execution is the sum of the delays along its only chain', () => {
  // 0.5 + 0.25 + 1 = 1.75, the largest delay is 1.
  const { measures } = execute(pingPong(3), pair(), { kind: 'asynchronous', delays: given(0.5, 0.25, 1) })
  assert.deepEqual([measures.messages, measures.time, measures.delayMax], [3, 1.75, 1])
})

test('the times of unbounded delays are divided by the largest one observed', () => {
  const delays: DelayModel = { ...given(4, 2, 1), bounded: false } as DelayModel
  const { measures } = execute(pingPong(3), pair(), { kind: 'asynchronous', delays })
  // (4 + 2 + 1) / 4 = 1.75.
  assert.deepEqual([measures.time, measures.delayMax], [1.75, 4])
})

test('a delay per channel applies in its own direction', () => {
  const delays: DelayModel = { kind: 'per channel', bounded: true, delays: Float64Array.of(0.25, 1) }
  // Slot 0 is p_0 → p_1, slot 1 back: 0.25 + 1 + 0.25.
  assert.equal(execute(pingPong(3), pair(), { kind: 'asynchronous', delays }).measures.time, 1.5)
})

/** The root sends 1, 2 and 3 at once; p_1 notes in which order they come. */
const threeAtOnce = (fifo: boolean): AnyAlgorithm =>
  pingPong(0, {
    requires: fifo ? { root: true, fifo: true } : { root: true },
    uponStart(p: { send(channel: number, message: Ping): void }, { isRoot }: { isRoot: boolean }) {
      if (isRoot) for (const hops of [1, 2, 3]) p.send(0, { type: 'ping', hops: -hops })
    },
  } as Partial<AnyAlgorithm>)

test('channels deliver in order of arrival; first in, first out, a message waits for its predecessor', () => {
  for (const [fifo, order, time] of [
    [false, [-2, -3, -1], 0.9],
    [true, [-1, -2, -3], 0.9],
  ] as const) {
    const run = execute(threeAtOnce(fifo), pair(), { kind: 'asynchronous', delays: given(0.9, 0.1, 0.5) })
    assert.deepEqual((run.final.states[1] as { seen: number[] }).seen, order)
    assert.equal(run.measures.time, time)
    assert.ok(run.measures.delayMax <= 0.9)
  }
})

test('messages that arrive at one instant are one computation event, by channel, not by order of sending', () => {
  // p_2's message is sent first and p_0's arrives with it at p_1, whose channel 0 leads to p_0.
  const meet: AnyAlgorithm = pingPong(0, {
    requires: {},
    uponStart(p: { degree: number; send(channel: number, message: Ping): void }, state: { id: number }) {
      if (p.degree === 1) p.send(0, { type: 'ping', hops: -state.id })
    },
    initially: ({ value }: { value: number }) => ({ id: value, seen: [] }),
  } as Partial<AnyAlgorithm>)
  const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]), { wakeTimes: [0.5, 0, 0] })
  const { final, measures } = execute(meet, instance, { kind: 'asynchronous', delays: given(1, 0.5) })
  assert.deepEqual((final.states[1] as { seen: number[] }).seen, [-0, -2])
  // Three starts and one event for both messages.
  assert.equal(measures.compEvents, 4)
})

test('a terminated processor still receives, but its state no longer changes and it sends nothing', () => {
  const stopping = pingPong(2, {
    uponReceiving: {
      ping(
        p: { terminate(): void; send(c: number, m: Ping): void },
        state: { seen: number[] },
        { hops }: Ping,
      ) {
        state.seen.push(hops)
        p.send(0, { type: 'ping', hops: hops - 1 })
        p.terminate()
      },
    },
  } as unknown as Partial<AnyAlgorithm>)
  const { measures, final, outcome } = execute(stopping, pair(), { kind: 'synchronous' })
  // The root's ping, the answer, and the root's last one, which a terminated p_1 takes in round 3.
  assert.deepEqual([measures.messages, measures.time], [3, 3])
  assert.deepEqual((final.states[1] as { seen: number[] }).seen, [2])
  assert.equal(outcome.kind, 'terminated')
})

test('an algorithm that never stops sending ends at its budget of messages or of time', () => {
  const timing = { kind: 'asynchronous', delays: { kind: 'constant' } } as const
  const byMessages = execute(pingPong(1e9), pair(), timing, { budget: { messages: 1000 } })
  assert.deepEqual(byMessages.outcome, { kind: 'budget', reason: 'more than 1000 messages were sent' })
  for (const kind of [timing, { kind: 'synchronous' } as const]) {
    const byTime = execute(pingPong(1e9), pair(), kind, { budget: { time: 50 } })
    assert.deepEqual(byTime.outcome, { kind: 'budget', reason: 'time passed 50' })
    assert.equal(byTime.measures.time, 50)
  }
})

function failureOf(change: Record<string, unknown>): Outcome {
  return execute(pingPong(3, change as Partial<AnyAlgorithm>), pair(), { kind: 'synchronous' }).outcome
}

test('a handler that throws ends the execution and names the processor and the event', () => {
  const ping = () => {
    throw new TypeError('oops')
  }
  assert.deepEqual(failureOf({ uponReceiving: { ping } }), {
    kind: 'failed',
    processor: 1,
    event: 'upon receiving ⟨ping⟩ at time 1',
    reason: 'throws TypeError: oops',
  })
})

test('sending on a channel that is not there, or a message without a handler, is a failure', () => {
  const sends = (channel: number, type: string) => ({
    uponStart: (p: { send(channel: number, message: object): void }) => p.send(channel, { type }),
  })
  const reasons = [sends(1, 'ping'), sends(-1, 'ping'), sends(0.5, 'ping'), sends(0, 'pong')].map(
    (change) => (failureOf(change) as { reason: string }).reason,
  )
  assert.deepEqual(reasons, [
    'sends on channel 1, but has 1 channel, 0 to 0',
    'sends on channel -1, but has 1 channel, 0 to 0',
    'sends on channel 0.5, but has 1 channel, 0 to 0',
    'sends ⟨pong⟩, for which the algorithm has no handler',
  ])
})

test('sending on all channels but one that is not there is a failure, not a message to a stranger', () => {
  for (const channel of [1, 5, -1]) {
    const uponStart = (p: { sendToAllExcept(channel: number, message: object): void }) =>
      p.sendToAllExcept(channel, { type: 'ping', hops: 0 })
    assert.match(
      (failureOf({ uponStart }) as { reason: string }).reason,
      /sends on channel .* has 1 channel, 0 to 0/,
    )
  }
})

test('a handler can reach nothing but its own channels, their weights, marks, coins, clock, failure detector, answers and termination', () => {
  let seen: object = {}
  failureOf({
    uponStart: (p: object) => {
      seen = p
    },
  })
  const members = (object: object): string[] =>
    Object.getOwnPropertyNames(object).filter((name) => name !== 'constructor')
  assert.deepEqual(members(seen), [])
  assert.deepEqual(members(Object.getPrototypeOf(seen)).sort(), [
    'clock',
    'degree',
    'leader',
    'mark',
    'output',
    'random',
    'respond',
    'send',
    'sendToAll',
    'sendToAllExcept',
    'setTimer',
    'suspects',
    'terminate',
    'weight',
  ])
})

test('knowledge and coins that were not asked for are withheld', () => {
  const reads = (key: string) =>
    (failureOf({ initially: (input: Record<string, unknown>) => ({ x: input[key] }) }) as { reason: string })
      .reason
  assert.match(reads('id'), /reads id without declaring requires: \{ identifiers: true \}/)
  assert.match(reads('neighborIds'), /requires: \{ neighborIdentifiers: true \}/)
  assert.match(reads('idBits'), /requires: \{ identifierBits: true \}/)
  assert.match(reads('n'), /requires: \{ size: true \}/)
  assert.match(reads('parent'), /requires: \{ spanningTree: true \}/)
  const flips = failureOf({ uponStart: (p: { random(): number }) => p.random() }) as { reason: string }
  assert.match(flips.reason, /requires: \{ coins: true \}/)
})

test('a requirement that the network or the wake-up does not meet is refused with the remedy', () => {
  const refuses = (requires: object, message: RegExp, wakeTimes = [0, 0, 0]) => {
    const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]), { wakeTimes })
    const algorithm = pingPong(1, { requires } as Partial<AnyAlgorithm>)
    assert.throws(
      () => execute(algorithm, instance, { kind: 'asynchronous', delays: { kind: 'constant' } }),
      (error) => error instanceof InputError && message.test(error.message),
    )
  }
  refuses({ shape: 'ring' }, /shape ring.*use topology ring/)
  refuses({ shape: 'complete' }, /shape complete/)
  refuses({ orientation: true }, /consistently numbered channels/)
  refuses({ synchronous: true }, /timing synchronous/)
  refuses({ root: true }, /its root, p_0, to wake by itself/, [Number.POSITIVE_INFINITY, 0, 0])
  refuses({ initiators: 'all' }, /every processor to wake/, [0, 0, Number.POSITIVE_INFINITY])
  refuses({ initiators: 'together' }, /to wake together, at time 0/, [0, 0, 0.5])
})

test('a safety property that fails for a moment is caught when every event is checked', () => {
  const never = always<{ seen: number[] }>(({ states }) => states[1]!.seen.length !== 1 || 'p_1 has seen one')
  const algorithm = pingPong(3, { properties: { never } } as unknown as Partial<AnyAlgorithm>)
  const run = (check: CheckMode) => execute(algorithm, pair(), { kind: 'synchronous' }, { check }).outcome
  assert.equal(run('final').kind, 'quiescent')
  // The root's ping is sent in round 0, and reaches p_1 in round 1.
  const where = 'after comp(1) at 1'
  assert.deepEqual(run('every'), { kind: 'violated', property: 'never', reason: 'p_1 has seen one', where })
  assert.deepEqual(run('sampled'), run('every'))
})

test('an algorithm that claims to terminate and does not is in violation', () => {
  const outcome = execute(pingPong(1, { terminates: true }), path(), { kind: 'synchronous' }).outcome
  assert.deepEqual(outcome, {
    kind: 'violated',
    property: 'termination',
    reason: '3 of 3 processors have not terminated, and nothing is in transit',
  })
})

test('the coins of a processor come from its own stream', () => {
  const flip = (seed: number) => {
    const algorithm = pingPong(0, {
      requires: { root: true, coins: true },
      uponStart: (p: { random(): number }, state: { seen: number[] }) => state.seen.push(p.random()),
    } as unknown as Partial<AnyAlgorithm>)
    const { final } = execute(algorithm, path(), { kind: 'synchronous' }, { seed })
    return final.states.map((state) => (state as { seen: number[] }).seen[0]!)
  }
  assert.equal(new Set(flip(1)).size, 3)
  assert.deepEqual(flip(1), flip(1))
  assert.notDeepEqual(flip(1), flip(2))
})
