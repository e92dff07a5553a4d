import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  type Claim,
  ComputedInstance,
  exactly,
  execute,
  expected,
  graphFromChannels,
  judge,
  judgeCosts,
  unitDelays,
} from '../../../engine/index.ts'

/** Flooding on a path of three from its end, which sends 2 messages, held to other claims. */
function verdicts(claims: Claim | Claim[], budget?: number) {
  const algorithm = { ...flooding, claims: { messages: claims } } as AnyAlgorithm
  const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]))
  const options = budget === undefined ? {} : { budget: { messages: budget } }
  const execution = execute(algorithm, instance, { kind: 'synchronous' }, options)
  const setting = { instance, timing: 'synchronous', unitDelays: false, identifiers: 'random' } as const
  return judge(algorithm, setting, execution).map(({ verdict }) => verdict)
}

test('a run is held to exact, upper and lower claims, and not to expectations', () => {
  assert.deepEqual(verdicts([exactly('n - 1'), exactly('n')]), ['held', 'violated'])
  assert.deepEqual(verdicts([atMost('n - 1'), atMost('n - 2')]), ['held', 'violated'])
  assert.deepEqual(verdicts([atLeast('n - 1'), atLeast('n')]), ['held', 'violated'])
  assert.deepEqual(verdicts(expected('100n')), ['not checked'])
})

test('a claim whose condition is not met does not apply', () => {
  assert.deepEqual(
    verdicts([exactly('100n', { when: unitDelays }), exactly('2', { when: allAwakeAtZero })]),
    ['held'],
  )
})

test('a run that was cut short can violate only what it already exceeds', () => {
  assert.deepEqual(verdicts([exactly('n - 1'), atMost('0'), atLeast('n')], 0), [
    'not checked',
    'violated',
    'not checked',
  ])
})

test('a quantity of the algorithm’s own stands for its value on the instance', () => {
  const where = { Q: { description: 'twice the root', value: () => 2 } }
  assert.deepEqual(verdicts(exactly('Q', { where })), ['held'])
})

test('counts are compared as integers however large they are, times up to their rounding', () => {
  const algorithm = {
    ...flooding,
    claims: { messages: exactly('1000000000'), time: exactly('1000000000') },
  } as AnyAlgorithm
  const instance = new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]))
  const setting = { instance, timing: 'synchronous', unitDelays: true, identifiers: 'random' } as const
  const on = (cost: number) => judgeCosts(algorithm, setting, () => cost).map(({ verdict }) => verdict)
  assert.deepEqual(on(1e9), ['held', 'held'])
  // One message more in a thousand million is a message too many; a time of that size is rounded by about as much.
  assert.deepEqual(on(1e9 + 1), ['violated', 'held'])
  assert.deepEqual(on(1e9 - 1), ['violated', 'held'])
  assert.deepEqual(on(1e9 + 3), ['violated', 'violated'])
})

test('a bound that is infinite or not a number is never held', () => {
  assert.deepEqual(verdicts([atMost('n/0'), atMost('0/0'), exactly('n/0'), atLeast('-n/0')]), [
    'not checked',
    'not checked',
    'not checked',
    'not checked',
  ])
})
