import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms, bfsSync, flooding } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  assertClaims,
  atMost,
  type Claims,
  exactly,
  InputError,
  order,
} from '../../../engine/index.ts'

/** Flooding, whose only type of message is M, without sizes of messages and with other claims. */
const claiming = (claims: object, change: object = {}) =>
  ({
    ...flooding,
    name: 'mine',
    bits: undefined,
    ...change,
    claims: claims as Claims,
  }) as unknown as AnyAlgorithm

const own = (name: string) => ({ [name]: { description: 'one', value: () => 1 } })

test('every claim of the catalogue can be evaluated', () => {
  for (const algorithm of algorithms) assert.doesNotThrow(() => assertClaims(algorithm), algorithm.name)
})

test('claims about what is measured, in quantities that are known, are accepted', () => {
  const accepted: readonly object[] = [
    {},
    { messages: undefined },
    { messages: exactly('n + m + D + ecc + h + k + kmax + w') },
    { messages: [atMost('n'), order('n^2')], time: atMost('n'), 'messages:M': exactly('sum(j, 1, n, j)') },
    { messages: exactly('nm + toString', { where: { ...own('nm'), ...own('toString') } }) },
    { messages: atMost('n', { when: { text: 'always', holds: () => true }, source: 'a book' }) },
  ]
  for (const claims of accepted)
    assert.doesNotThrow(() => assertClaims(claiming(claims)), JSON.stringify(claims))
  assert.doesNotThrow(() => assertClaims(claiming({ bits: atMost('n') }, { bits: { M: () => 1 } })))
  // An algorithm in rounds declares no types unless it declares their sizes.
  const { uponReceiving: _, ...rest } = flooding
  const rounds = { ...rest, ...bfsSync, bits: undefined, uponReceiving: undefined, uponRound() {} }
  assert.doesNotThrow(() => assertClaims(claiming({ 'messages:any': atMost('n') }, rounds)))
})

test('claims that cannot be evaluated are refused with their place', () => {
  const standard =
    'which is neither a standard variable (n, m, D, ecc, h, k, kmax, mst, c, f, fa, w) nor in `where`'
  const uses = (formula: string, name: string, hint: string) =>
    [
      { messages: exactly(formula) },
      `messages: formula “${formula}” uses ${name}, ${standard}${hint}`,
    ] as const
  const cases: readonly (readonly [claims: object, message: string])[] = [
    [
      { messages: [exactly('n'), exactly('2m - (N - 1)')] },
      `messages[1]: formula “2m - (N - 1)” uses N, ${standard}; did you mean n?`,
    ],
    uses('foo(n)', 'foo', '; did you mean floor?'),
    uses('nm', 'nm', '; write n m for a product'),
    uses('2necc', 'necc', '; write n ecc for a product'),
    uses('n2', 'n2', '; write n 2 for a product'),
    uses('nln(n)', 'nln', '; write n ln for a product'),
    uses('log(n)', 'log', '; did you mean log2?'),
    uses('d + 1', 'd', '; did you mean D?'),
    uses('ECC', 'ECC', '; did you mean ecc?'),
    uses('q', 'q', ''),
    uses('toString', 'toString', ''),
    uses('constructor + 1', 'constructor', ''),
    uses('__proto__', '__proto__', ''),
    uses('sum(i, 1, i, 1)', 'i', ''),
    [
      { time: atMost('p_max', { where: own('P_max') }) },
      `time: formula “p_max” uses p_max, ${standard}; did you mean P_max?`,
    ],
    [
      { messages: { ...exactly('n'), formula: 'log2(n, 2)' } },
      'messages: formula “log2(n, 2)”: log2 takes one operand, but here it has 2',
    ],
    [
      { 'messages:m': exactly('n') },
      'messages:m: the algorithm has no messages of type “m”; did you mean M?',
    ],
    [
      { 'messages:announcement': exactly('n') },
      'messages:announcement: the algorithm has no messages of type “announcement”; it has M',
    ],
    [
      { 'messages:toString': exactly('n') },
      'messages:toString: the algorithm has no messages of type “toString”; it has M',
    ],
    [{ tim: exactly('n') }, 'tim: there is no such measure; did you mean time?'],
    [
      { rounds: exactly('n') },
      'rounds: there is no such measure; known: messages, time, bits, bits:max, bits:load, messages:TYPE, messages:TYPE+messages:TYPE, time:MARK, time-first:MARK, time-after-gst:MARK, column:NAME, response, response:OPERATION, bypass, sync_delay, delivery, messages_per_operation',
    ],
    [
      { bits: exactly('n') },
      'bits: bits are not measured, since the algorithm declares no sizes of messages; declare bits: { … }',
    ],
    [
      { messages: { ...exactly('n'), kind: 'at must' } },
      'messages: there is no kind of claim “at must”; known: exactly, at most, at least, expected, expected at most, order',
    ],
    [{ messages: 'n' }, 'messages: expected a claim, such as exactly(…) or atMost(…)'],
    [{ messages: [null] }, 'messages[0]: expected a claim, such as exactly(…) or atMost(…)'],
    [{ messages: { kind: 'exactly' } }, 'messages: formula: expected a text, such as 2m - (n - 1)'],
    [{ messages: { ...exactly('n'), wen: 1 } }, 'messages: wen: there is no such key; did you mean when?'],
    [
      { messages: { ...exactly('n'), when: () => true } },
      'messages: when: expected a condition: { text, holds }',
    ],
    [
      { messages: { ...exactly('S'), where: { S: 3 } } },
      'messages: where.S: expected a quantity: { description, value }, or finalQuantity(…)',
    ],
    [
      { messages: exactly('n', { where: own('min') }) },
      'messages: where.min: min is a function of formulas; choose another name',
    ],
    [
      { messages: exactly('n', { where: own('a-b') }) },
      'messages: where.a-b: this is no name of a quantity; it needs a letter, then letters and digits',
    ],
  ]
  for (const [claims, message] of cases)
    assert.throws(
      () => assertClaims(claiming(claims)),
      (error) => {
        assert.ok(error instanceof InputError)
        assert.equal(error.message, `algorithm mine: claims.${message}`)
        return true
      },
      message,
    )
})

test('two claims that tables could not tell apart are refused', () => {
  const twice = claiming({ messages: [atMost('2n'), exactly('n'), atMost('2 n')] })
  assert.doesNotThrow(() => assertClaims(twice))
  assert.throws(() => assertClaims(claiming({ messages: [atMost('2n'), exactly('n'), atMost(' 2n ')] })), {
    name: 'InputError',
    message: 'algorithm mine: the claim mine/messages/at-most/2n stands there twice',
  })
})
