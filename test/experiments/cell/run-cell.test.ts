import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  atLeast,
  atMost,
  type Cell,
  exactly,
  expected,
  order,
} from '../../../engine/index.ts'
import { CellBuilder, readFile, runCell } from '../../../experiments/index.ts'

const cell: Cell = {
  algorithm: 'ping',
  timing: 'asynchronous',
  topology: 'star',
  n: 5,
  delay: 'constant',
  wakeup: 'all',
  faults: 'none',
  inputs: 'root=0',
  replicate: 0,
  seed: 1,
}

/** The centre of the star pings all n − 1 leaves, which pong: 2n − 2 messages by time 2. */
const ping: AnyAlgorithm = {
  name: 'ping',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, pongs: 0 }),
  uponStart(p, state) {
    if ((state as { isRoot: boolean }).isRoot) p.sendToAll({ type: 'ping' })
  },
  uponReceiving: {
    ping: (p, _state, _message, from) => p.send(from, { type: 'pong' }),
    pong: (_p, state) => void (state as { pongs: number }).pongs++,
    never: () => undefined,
  },
  columns: {
    pongs: { description: 'those at the root', read: ({ states }) => (states[0] as { pongs: number }).pongs },
  },
}

const run = (claims: NonNullable<AnyAlgorithm['claims']> = {}, change: Partial<Cell> = {}) =>
  runCell(
    { ...ping, claims },
    { ...cell, ...change },
    { experiment: 'trial', budget: {}, builder: new CellBuilder(readFile) },
  )

test('a row says what was asked for and what was measured', () => {
  assert.deepEqual(run(), {
    experiment: 'trial',
    ...cell,
    m: 4,
    diameter: 2,
    root_eccentricity: 1,
    outcome: 'quiescent',
    messages: 8,
    bits: null,
    time: 2,
    delay_max: 1,
    // Five processors start, four leaves are pinged, and all pongs reach the centre at one instant.
    comp_events: 10,
    messages_claim: null,
    messages_verdict: null,
    time_claim: null,
    time_verdict: null,
    evidence: 'sampled',
    detail: null,
    verdicts: [],
    extra: { messages_ping: 4, messages_pong: 4, messages_never: 0, pongs: 4 },
  })
})

test('a synchronous row has no delay', () => {
  const row = run({}, { timing: 'synchronous', delay: null })
  assert.deepEqual([row.delay, row.time], [null, 2])
})

test('a topology from a file shows its own size', () => {
  const row = run({}, { topology: 'file:admissible/arpanet-1969.txt', n: 0 })
  assert.deepEqual([row.n, row.m], [4, 4])
})

test('the claim shown is the violated one, else the first that was checked, else the first', () => {
  const verdicts = (...claims: ReturnType<typeof exactly>[]) => {
    const { messages_claim, messages_verdict } = run({ messages: claims })
    return [messages_claim, messages_verdict]
  }
  assert.deepEqual(verdicts(exactly('2n - 2'), atMost('100')), [8, 'held'])
  assert.deepEqual(verdicts(expected('5'), order('n'), atMost('100'), atLeast('1')), [100, 'held'])
  assert.deepEqual(verdicts(atMost('100'), atLeast('9'), exactly('7')), [9, 'violated'])
  assert.deepEqual(verdicts(order('n^2'), expected('3')), [25, 'not checked'])
  assert.deepEqual(verdicts(), [null, null])
  const never = { text: 'never', holds: () => false }
  assert.deepEqual(verdicts(exactly('1', { when: never }), atMost('9')), [9, 'held'])
})

test('a row names the claim that it shows and the others that applied, and holds the claimed mean', () => {
  const never = { text: 'never', holds: () => false }
  const always = { text: 'always', holds: () => true }
  const own = (claims: NonNullable<AnyAlgorithm['claims']>) => {
    const { messages_ping, messages_pong, messages_never, pongs, ...rest } = run(claims).extra
    return rest
  }
  assert.deepEqual(own({ messages: exactly('2n - 2') }), { messages_theorem: 'exactly 2n − 2' })
  assert.deepEqual(
    own({
      messages: [
        expected('n - 1', { when: never }),
        expected('n + 2'),
        exactly('9', { when: never }),
        atMost('100', { when: always }),
        exactly('2n - 2'),
        atLeast('9'),
      ],
    }),
    {
      messages_theorem: 'at least 9',
      messages_also: 'expected n + 2: not checked; at most 100 when always: held; exactly 2n − 2: held',
      messages_expected: 7,
    },
  )
  assert.deepEqual(own({ 'messages:pong': expected('n - 1') }), {
    messages_pong_claim: 4,
    messages_pong_verdict: 'not checked',
    messages_pong_theorem: 'expected n − 1',
    messages_pong_expected: 4,
  })
})

test('all violated claims are named, with their conditions, and other measures have columns of their own', () => {
  const always = { text: 'always', holds: () => true }
  const row = run({
    messages: atMost('n', { when: always }),
    time: exactly('3'),
    'messages:pong': atMost('n - 1'),
    'messages:ping': exactly('n'),
  })
  assert.equal(
    row.detail,
    'messages 8, but the claim is at most n = 5 when always; time 2, but the claim is exactly 3; ' +
      'messages:ping 4, but the claim is exactly n = 5',
  )
  assert.equal(row.outcome, 'quiescent')
  assert.deepEqual([row.time_claim, row.time_verdict], [3, 'violated'])
  const { messages_pong_claim, messages_pong_verdict, messages_ping_verdict } = row.extra
  assert.deepEqual(
    [messages_pong_claim, messages_pong_verdict, messages_ping_verdict],
    [4, 'held', 'violated'],
  )
})

test('a bound that cannot be computed is not checked', () => {
  const row = run({ messages: atMost('sqrt(1 - n)') })
  assert.deepEqual([row.messages_claim, row.messages_verdict, row.detail], [null, 'not checked', null])
})

test('bad input that only one cell has is the row of that cell', () => {
  const row = run({}, { wakeup: 'random:k=9' })
  assert.equal(row.outcome, 'failed')
  assert.deepEqual([row.messages, row.m], [null, null])
  assert.match(row.detail!, /9/)
})
