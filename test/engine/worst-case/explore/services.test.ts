import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ricartAgrawala } from '../../../../algorithms/index.ts'
import type { Algorithm, AnyAlgorithm, History, ServiceOf } from '../../../../engine/index.ts'
import {
  assertRightInAllExecutions,
  confirmedViolation,
  each,
  exploredUse,
  numbered,
} from '../../../helpers/explored-service.ts'

const entries = (n: number, count: number) =>
  each(
    Array.from({ length: n }, () => count),
    ['acquire', 'release'],
  )

const changed = (parts: object): AnyAlgorithm => ({ ...ricartAgrawala, ...parts }) as AnyAlgorithm
const { acquire } = ricartAgrawala.uponInvoking
const { request, reply } = ricartAgrawala.uponReceiving

for (const [n, count] of [
  [2, 1],
  [2, 3],
  [3, 1],
] as const)
  test(`whenever ${n} processors ask ${count} times, Ricart and Agrawala let one in at a time, and all`, () => {
    const found = assertRightInAllExecutions(ricartAgrawala as AnyAlgorithm, entries(n, count))
    // 2(n − 1) messages for each entry, in every execution.
    const messages = 2 * (n - 1) * n * count
    assert.deepEqual([found.messages.min?.cost, found.messages.max.cost], [messages, messages])
    const claim = found.claims.find(({ measure }) => measure === 'messages')
    assert.deepEqual([claim?.verdict, claim?.bound], ['held', messages])
  })

test('who replies where times are equal lets two in, and the execution that shows it is confirmed', () => {
  // Without identifiers that break ties, both of two requests with the same time are answered at once.
  const tied = changed({
    uponReceiving: {
      request(...[p, state, message, from]: Parameters<typeof request>) {
        request(p, state, { ...message, id: -1 }, from)
      },
      reply,
    },
  })
  const { property, shown } = confirmedViolation(tied, entries(2, 1))
  assert.equal(property, 'mutualExclusion')
  assert.match(shown, /^mutualExclusion: p_\d enters at time /)
})

test('who forgets those it has deferred keeps them out for ever', () => {
  const forgetful = changed({ uponInvoking: { acquire, release: (p: { respond(): void }) => p.respond() } })
  const { property, shown } = confirmedViolation(forgetful, entries(2, 1))
  assert.equal(property, 'answered')
  assert.match(shown, /^answered: p_\d was asked for acquire at time /)
})

/** What is told must arrive in the order in which it was told: a property that takes the whole history. */
const telling: ServiceOf<{ readonly tell: number }> = {
  name: 'telling',
  summary: 'to tell the others something',
  operations: { tell: { summary: 'to all others', argument: 'distinct', unanswered: true } },
  outputs: ['hear'],
  workload: 'closed',
  properties: {
    inOrder: {
      kind: 'safety',
      check(history: History) {
        const heard = history.flatMap((one) => (one.kind === 'output' ? [one.value as number] : []))
        return heard.every((value, i) => i === 0 || heard[i - 1]! < value) || `heard ${heard.join(', ')}`
      },
    },
    allHear: {
      kind: 'liveness',
      check(history: History) {
        const count = (kind: History[number]['kind']) => history.filter((one) => one.kind === kind).length
        return count('output') === count('invocation') || `heard ${count('output')}`
      },
    },
  },
}

interface Tell {
  readonly type: 'tell'
  readonly value: number
}

const teller = (fifo: boolean, deaf: number): AnyAlgorithm =>
  ({
    name: 'teller',
    requires: fifo ? { fifo: true } : {},
    terminates: false,
    service: telling,
    initially: () => ({}),
    uponInvoking: { tell: (p, _, value) => p.sendToAll({ type: 'tell', value }) },
    uponReceiving: {
      tell(p, _, { value }) {
        if (value !== deaf) p.output('hear', value)
      },
    },
  }) satisfies Algorithm<object, Tell, object, { readonly tell: number }> as AnyAlgorithm

test('the order of what is heard depends on the channels, which exploration finds', () => {
  const use = numbered([3, 0], 'tell')
  const found = (algorithm: AnyAlgorithm) => exploredUse(algorithm, use)
  assert.deepEqual(found(teller(true, 0)).violations, [])
  const unordered = found(teller(false, 0))
  assert.deepEqual(
    unordered.violations.map(({ property }) => property),
    ['inOrder'],
  )
  const { shown } = confirmedViolation(teller(false, 0), use, unordered)
  assert.match(shown, /^inOrder: heard /)
  assert.deepEqual(
    found(teller(true, 2)).violations.map(({ property, reason }) => [property, reason]),
    [['allHear', 'heard 2']],
  )
})
