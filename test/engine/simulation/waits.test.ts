import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  type AnyAlgorithm,
  ComputedInstance,
  eventually,
  exactlyOne,
  execute,
  explore,
  InputError,
  LEFT,
} from '../../../engine/index.ts'
import { ringOf } from '../../../engine/topology/ring.ts'
import { record, verifyLines } from '../../helpers/record.ts'

type Message = { readonly type: 'M'; readonly id: number; readonly phase: 1 | 2 }
interface State {
  readonly id: number
  participant: boolean
  min: number | null
  held: { readonly id: number; wait: number }[]
  elected: boolean
}

/** Attiya & Welch, section 3.4.1, as the book has it: silence is information, and nobody announces the end. */
const variableSpeeds: Algorithm<State, Message, { readonly id: number }> = {
  name: 'variable-speeds',
  requires: { identifiers: true, shape: 'ring', orientation: true, synchronous: true },
  terminates: false,
  marks: ['elected'],
  wokenByMessage: 'joins',
  waits: ({ held }) => held.length > 0,
  initially: ({ id }) => ({ id, participant: false, min: null, held: [], elected: false }),
  uponStart(p, state) {
    state.participant = true
    state.min = state.id
    p.send(LEFT, { type: 'M', id: state.id, phase: 1 })
  },
  uponRound(p, state, inbox) {
    for (const one of state.held) one.wait--
    for (const { message } of inbox) {
      if (message.id === state.id && state.participant) {
        state.elected = true
        p.mark('elected')
        continue
      }
      if (state.min !== null && message.id >= state.min) continue
      state.min = message.id
      if (message.phase === 1 && !state.participant) p.send(LEFT, message)
      else state.held.push({ id: message.id, wait: 2 ** message.id - 1 })
    }
    for (const one of state.held) if (one.wait === 0) p.send(LEFT, { type: 'M', id: one.id, phase: 2 })
    state.held = state.held.filter((one) => one.wait > 0)
  },
  properties: { oneLeader: eventually(exactlyOne((state) => state.elected, 'is elected')) },
}
const algorithm = variableSpeeds as unknown as AnyAlgorithm
const onRing = (ids: readonly number[]) => new ComputedInstance(ringOf(ids.length, 'ring'), { ids })

test('a processor that waits keeps silent rounds from ending an execution', () => {
  // Clockwise 1, 2, 3. Round 0: all three send. Round 1: the second holds 1 for one round, the third holds 2 for three,
  // the first swallows 3, and nothing is in transit. Round 2: the second sends 1. Round 3: the third holds it. Round 4:
  // the third sends 2, which it has held since round 1, and 1. Round 5: the first swallows 2 and hears of itself.
  const { outcome, measures, final } = execute(algorithm, onRing([1, 2, 3]), { kind: 'synchronous' })
  assert.deepEqual(outcome, { kind: 'quiescent' })
  assert.equal(measures.messages, 6)
  assert.equal(measures.time, 5)
  assert.deepEqual(measures.marks, { elected: { first: 5, last: 5 } })
  assert.deepEqual(
    final.states.map((state) => (state as State).elected),
    [true, false, false],
  )
})

test('without it the same execution ends in the first silent round, unelected', () => {
  const { waits: _, ...restless } = algorithm
  const { outcome, measures } = execute(restless as AnyAlgorithm, onRing([1, 2, 3]), { kind: 'synchronous' })
  assert.equal(outcome.kind, 'violated')
  assert.equal(measures.messages, 3)
})

test('waiting is within the budget of time', () => {
  // The least identifier, 40, would be held for 2^40 − 1 rounds.
  const { outcome } = execute(
    algorithm,
    onRing([40, 41, 42]),
    { kind: 'synchronous' },
    { budget: { time: 100 } },
  )
  assert.deepEqual(outcome, { kind: 'budget', reason: 'time passed 100' })
})

test('the checker accepts silent rounds in which somebody waits, and no end before they are over', () => {
  const cell = { n: 5, inputs: 'ids=3+1+4+2+5', seed: 1 }
  const { lines } = record(algorithm, cell)
  assert.equal(verifyLines(lines, algorithm).first_error, null)
  const silent = record({ ...algorithm, waits: undefined, properties: {} } as unknown as AnyAlgorithm, cell)
  const unfinished = { ...algorithm, properties: {} } as AnyAlgorithm
  assert.match(
    verifyLines(silent.lines, unfinished).first_error!.problem,
    /there is still p_\d at 2, when it takes its round/,
  )
})

test('the checker accepts no end within a round', () => {
  const cell = { n: 5, inputs: 'ids=3+1+4+2+5', seed: 1 }
  const { lines } = record({ ...algorithm, properties: {} } as AnyAlgorithm, cell)
  const end = JSON.parse(lines.at(-1)!)
  const short = [
    ...lines.slice(0, -2),
    JSON.stringify({ ...end, end: { ...end.end, events: end.end?.events - 1 } }),
  ]
  const found = verifyLines(short, {
    ...algorithm,
    waits: undefined,
    properties: {},
  } as unknown as AnyAlgorithm)
  assert.notEqual(found.first_error, null)
})

/** Everyone tells its neighbours the largest number that it knows, for ever. */
const gossip = {
  name: 'gossip',
  requires: {},
  terminates: false,
  initially: ({ value }: { readonly value: number }) => ({ value }),
  uponStart: (p: never, { value }: { value: number }) => tell(p, value),
  uponReceiving: {
    news(p: never, state: { value: number }, { value }: { value: number }) {
      state.value = Math.max(state.value, value)
      tell(p, state.value)
    },
  },
  stopWhen: ({ states }: { states: readonly { value: number }[] }) =>
    states.every(({ value }) => value === states[0]!.value),
}
const tell = (p: never, value: number) =>
  (p as { sendToAll(m: object): void }).sendToAll({ type: 'news', value })
const talk = gossip as unknown as AnyAlgorithm

test('an execution that would never be silent ends with the round after which it says so', () => {
  // On a ring of five the largest value, 4, reaches distance 2 in round 2. In round 0 all send 2 messages; upon each of
  // its messages a processor sends 2, so the numbers double: 10, 20, 40 in rounds 0, 1, 2.
  const instance = new ComputedInstance(ringOf(5, 'ring'))
  const { outcome, measures } = execute(talk, instance, { kind: 'synchronous' })
  assert.deepEqual(outcome, { kind: 'quiescent' })
  assert.equal(measures.time, 2)
  assert.equal(measures.messages, 10 + 20 + 40)
})

test('adversaries refuse algorithms that say themselves when they stop', () => {
  const instance = new ComputedInstance(ringOf(3, 'ring'))
  assert.throws(
    () => explore(talk, instance),
    (error) => error instanceof InputError && /stopWhen/.test(error.message),
  )
})
