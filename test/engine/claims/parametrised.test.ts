import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  assertClaims,
  exactly,
  InputError,
  nameWithout,
  parametrised,
  type Unnamed,
} from '../../../engine/index.ts'
import { ringOf } from '../../../engine/topology/ring.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

type Word = { readonly type: 'word' }

/** Every processor sends `f` messages on each of its channels. */
const chatter = parametrised({
  name: 'chatter',
  title: 'Chatter',
  summary: 'sends so many messages on every channel',
  parameters: { f: { kind: 'integer', min: 1, description: 'messages on each channel' } },
  create: ({ f }): Unnamed<Algorithm<object, Word, object>> => ({
    requires: {},
    terminates: false,
    initially: () => ({}),
    uponStart(p) {
      for (let i = 0; i < f; i++) p.sendToAll({ type: 'word' })
    },
    uponReceiving: { word() {} },
    claims: { messages: exactly('2f m'), time: exactly('1') },
  }),
})

test('each member of a family has its own name, title and claims, in which the parameter is a quantity', () => {
  for (const f of [1, 3]) {
    const algorithm = chatter.with(`f=${f}`)
    assert.deepEqual([algorithm.name, algorithm.title], [`chatter:f=${f}`, `Chatter, f = ${f}`])
    assert.doesNotThrow(() => assertClaims(algorithm))
    const judged = runLockstep(algorithm, ringOf(5, 'ring'))
    assert.deepEqual(violations(judged), [])
    // Five processors, two channels each, f messages on each.
    assert.equal(judged.execution.measures.messages, 10 * f)
    assert.equal(judged.judgements[0]!.bound, 10 * f)
  }
})

test('the same parameters give the same algorithm, however they are spelled', () => {
  assert.equal(chatter.with('f=2'), chatter.with('f=2'))
  assert.equal(chatter.with('f=02'), chatter.with('f=2'))
  assert.notEqual(chatter.with('f=3'), chatter.with('f=2'))
})

test('parameters that are wrong or missing are refused with what would be right', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'algorithm chatter needs f; write chatter:f=VALUE'],
    ['faults=1', 'algorithm chatter has no parameter “faults”; it takes f'],
    ['f=0', 'algorithm chatter: f=0 is too small; it must be at least 1'],
    ['f=1.5', 'algorithm chatter: f=1.5 is not an integer'],
  ]
  for (const [given, message] of cases)
    assert.throws(
      () => chatter.with(given),
      (error) => error instanceof InputError && error.message === message,
    )
})

test('the name of one of a family without some of its parameters', () => {
  const without = (name: string, ...left: readonly string[]) =>
    nameWithout(name, (parameter) => left.includes(parameter))
  assert.equal(without('floodmin:k=2', 'k'), 'floodmin')
  assert.equal(without('gossip:fanout=1,period=2', 'fanout'), 'gossip:period=2')
  assert.equal(without('gossip:fanout=1,period=2', 'k'), 'gossip:fanout=1,period=2')
  assert.equal(without('lcr', 'k'), 'lcr')
})
