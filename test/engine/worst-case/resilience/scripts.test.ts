import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type FaultScript,
  type Message,
  type Pace,
  type Paces,
  runScript,
  scriptedRun,
  withPaces,
} from '../../../../engine/index.ts'
import { altered } from '../../../../engine/worst-case/resilience/alteration.ts'
import { longestDelay, pacing } from '../../../../engine/worst-case/resilience/paces.ts'
import { recordScript } from '../../../../experiments/adversaries/faults/index.ts'
import { subjectFor } from '../../../helpers/broken-algorithm.ts'
import { verifyLines } from '../../../helpers/record.ts'
import { completeInstance } from './on-complete.ts'

const named = (name: string): AnyAlgorithm => algorithms.find((one) => one.name === name)!
const on = (algorithm: AnyAlgorithm, n: number) => subjectFor({ algorithm, n, f: 1 })
const steady = { seed: null, heldUntil: null, list: [] }
const of = (sender: number, receivers: readonly number[], pace: Pace): Paces['list'] =>
  receivers.map((receiver) => ({ sender, receiver, turn: null, pace }))
const script = (parts: Partial<FaultScript>): FaultScript => ({
  ...{ values: [0, 0, 0, 0], crashes: [], omissions: [], liars: [], lies: [], paces: steady },
  ...parts,
})

test('the first alteration that is about a message says what becomes of it, for its receivers alone', () => {
  const alterations = [
    { liar: 3, receivers: [0], where: { value: 1, of: [2] }, says: { value: 0 } },
    { liar: 3, receivers: [0, 1], where: { value: 1 }, says: null },
  ]
  const echo = (value: number, of: number[]) => ({ type: 'echo', value, of }) as Message
  const message = echo(1, [2])
  assert.deepEqual(altered(message, 0, alterations), echo(0, [2]))
  assert.equal(altered(message, 1, alterations), null)
  assert.equal(altered(message, 2, alterations), message)
  assert.equal(altered(echo(1, [1]), 0, alterations), null)
  const other = echo(2, [2])
  assert.equal(altered(other, 0, alterations), other)
})

test('a liar that says two things to two leaves the third of three in doubt', () => {
  // n = 3, f = 1: more than 2 must echo a value. p_0 broadcasts 0, and p_2 echoes 1 to p_1, which then has two echoes of 0,
  // its own and that of p_0, and is ready for nothing. By hand: 2 messages of p_0, which echoes with them (2), and 2 echoes of
  // p_1; p_0 hears of three echoes and is ready (2). p_1 hears of one that is ready, which is not enough.
  const alterations = [{ liar: 2, receivers: [1], where: { value: 0 }, says: { value: 1 } }]
  const lying = script({ values: [0, 0, 0], liars: [2], alterations })
  const algorithm = named('bracha-rb')
  const { execution } = runScript(algorithm, scriptedRun(algorithm, completeInstance(3, 1), lying))
  assert.equal(execution.measures.messages, 8)
  assert.equal(execution.outcome.kind === 'violated' && execution.outcome.property, 'termination')
})

test('messages are there at once, late, or held up until a time, after which they are as fast as others', () => {
  const paces = withPaces({ seed: null, heldUntil: 32, list: [] }, [
    { sender: 0, receiver: 1, turn: null, pace: 'held' },
    { sender: 0, receiver: 1, turn: 1, pace: 'soon' },
    { sender: 0, receiver: 2, turn: 0, pace: 'late' },
  ])
  const adversary = pacing(paces, completeInstance(3, 1).network)
  const delay = (receiver: number, time: number): number =>
    adversary.delay({ sender: 0, receiver, time } as Parameters<typeof adversary.delay>[0])
  const isAbout = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 0.001, `${actual}`)
  isAbout(delay(1, 2), 30)
  isAbout(delay(1, 2), 0)
  isAbout(delay(1, 31.5), 0.5)
  assert.equal(delay(1, 40), 1 / 2)
  isAbout(delay(2, 0), 1)
  assert.equal(delay(2, 0), 1 / 2)
  assert.equal(longestDelay(paces), 33)
  assert.equal(longestDelay({ ...paces, list: [] }), 1)
})

test('paces take the place of those about the same messages', () => {
  const about = (pace: 'soon' | 'late', turn: number | null) => ({ sender: 0, receiver: 1, turn, pace })
  const paces = withPaces({ ...steady, list: [about('soon', null), about('soon', 3)] }, [about('late', 3)])
  assert.deepEqual(paces.list, [about('soon', null), about('late', 3)])
})

test('coins are those of the script, mistakes of failure detectors too, and the record has both', () => {
  const recorded = (algorithm: AnyAlgorithm, parts: Partial<FaultScript>) => {
    const { lines, execution } = recordScript(
      { algorithm, setting: { identifiers: 'given' } },
      on(algorithm, 4),
      script(parts),
    )
    const all = lines.join('').trimEnd().split('\n')
    assert.equal(verifyLines(all, algorithm).first_error, null)
    return { header: JSON.parse(all[0]!), execution }
  }
  // Two of four begin with 1: nobody has a majority, all flip coins, and how long that goes on is up to them.
  const messages = (coins: number) =>
    recorded(named('ben-or'), { values: [0, 1, 0, 1], coins }).execution.measures.messages
  assert.equal(new Set(Array.from({ length: 8 }, (_, coins) => messages(coins))).size > 1, true)
  assert.equal(recorded(named('ben-or'), { coins: 5 }).header.seed, 5)
  const mistakes = { seed: 1, until: 16, rate: 1 }
  // The first coordinator decides in the first round, unless it is suspected before its proposals are there.
  const paces = withPaces(steady, of(0, [1, 2, 3], 'late'))
  const mistaken = recorded(named('chandra-toueg'), { mistakes, paces })
  assert.equal(mistaken.header.faults, 'suspicion:until=16,rate=1')
  const right = recorded(named('chandra-toueg'), { paces })
  assert.ok(mistaken.execution.measures.messages > right.execution.measures.messages)
})

test('delays beyond 1 are recorded as what they are', () => {
  const paces = withPaces({ ...steady, heldUntil: 32 }, of(0, [1], 'held'))
  const paxos = named('paxos')
  const { lines } = recordScript(
    { algorithm: paxos, setting: { identifiers: 'given' } },
    on(paxos, 3),
    script({ values: [0, 1, 1], paces }),
  )
  const all = lines.join('').trimEnd().split('\n')
  assert.equal(JSON.parse(all[0]!).delay_max, null)
  assert.equal(verifyLines(all, paxos).first_error, null)
})
