import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ricartAgrawala } from '../../../../algorithms/index.ts'
import {
  type Algorithm,
  type AnyAlgorithm,
  buildTopology,
  type Call,
  ComputedInstance,
  type ExplorationSummary,
  exploreOne,
  type History,
  recordSchedule,
  type ServiceOf,
  Streams,
  timeSchedule,
} from '../../../../engine/index.ts'
import { verifyLines } from '../../../helpers/record.ts'

const complete = (n: number): ComputedInstance =>
  new ComputedInstance(
    buildTopology('complete', { n, stream: new Streams(0).stream('topology'), readFile: () => '' }),
  )

const entry = [{ operation: 'acquire' }, { operation: 'release' }] as const
const explored = (algorithm: AnyAlgorithm, n: number, calls: readonly Call[]): ExplorationSummary =>
  exploreOne(algorithm, complete(n), 0, { calls: Array.from({ length: n }, () => calls) })

const changed = (parts: object): AnyAlgorithm => ({ ...ricartAgrawala, ...parts }) as AnyAlgorithm
const { acquire } = ricartAgrawala.uponInvoking
const { request, reply } = ricartAgrawala.uponReceiving

for (const [n, entries] of [
  [2, 1],
  [2, 3],
  [3, 1],
] as const)
  test(`whenever ${n} processors ask ${entries} times, Ricart and Agrawala let one in at a time, and all`, () => {
    const found = explored(ricartAgrawala, n, Array.from({ length: entries }, () => entry).flat())
    assert.equal(found.exhausted, 1)
    assert.deepEqual(found.violations, [])
    // 2(n − 1) messages for each entry, in every execution.
    const messages = 2 * (n - 1) * n * entries
    assert.deepEqual([found.messages.min?.cost, found.messages.max.cost], [messages, messages])
    const claim = found.claims.find(({ measure }) => measure === 'messages')
    assert.deepEqual([claim?.verdict, claim?.bound], ['held', messages])
  })

/** The record of the first violation, and what the checker of records says of it. */
function recorded(algorithm: AnyAlgorithm, n: number, { violations }: ExplorationSummary) {
  const [violation] = violations
  assert.ok(violation)
  const timed = timeSchedule(algorithm, complete(n), violation.choices, 'at zero')
  const { lines } = recordSchedule(algorithm, complete(n), timed)
  const { first_error } = verifyLines(lines.join('').trimEnd().split('\n'), algorithm)
  return { violation, problem: first_error?.problem }
}

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
  const { violation, problem } = recorded(tied, 2, explored(tied, 2, entry))
  assert.equal(violation.property, 'mutualExclusion')
  assert.match(problem ?? '', /^it violates the property mutualExclusion: p_\d enters at time /)
})

test('who forgets those it has deferred keeps them out for ever', () => {
  const forgetful = changed({ uponInvoking: { acquire, release: (p: { respond(): void }) => p.respond() } })
  const { violation, problem } = recorded(forgetful, 2, explored(forgetful, 2, entry))
  assert.equal(violation.property, 'answered')
  assert.match(problem ?? '', /^it violates the property answered: p_\d was asked for acquire at time /)
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
  const calls: Call[][] = [[1, 2, 3].map((argument) => ({ operation: 'tell', argument })), []]
  const found = (algorithm: AnyAlgorithm) => exploreOne(algorithm, complete(2), 0, { calls })
  assert.deepEqual(found(teller(true, 0)).violations, [])
  const unordered = found(teller(false, 0))
  assert.deepEqual(
    unordered.violations.map(({ property }) => property),
    ['inOrder'],
  )
  const { problem } = recorded(teller(false, 0), 2, unordered)
  assert.match(problem ?? '', /^it violates the property inOrder: heard /)
  assert.deepEqual(
    found(teller(true, 2)).violations.map(({ property, reason }) => [property, reason]),
    [['allHear', 'heard 2']],
  )
})
