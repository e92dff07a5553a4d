import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  atMost,
  type Cell,
  exactly,
  expected,
  finalQuantity,
} from '../../../../engine/index.ts'
import { CellBuilder, isViolation, readFile, runCell } from '../../../../experiments/index.ts'

interface State {
  seen: boolean
  copies: number
}

const copies = finalQuantity<State>('copies that were received', ({ states }) =>
  states.reduce((sum, { copies }) => sum + copies, 0),
)

/**
 * Flooding in which every copy is acknowledged. On a ring of n, n + 1 copies are sent, two by the root and one by each
 * of the n − 1 others, and so many acknowledgements; each message is of one bit.
 */
const acknowledged = (claims: AnyAlgorithm['claims']): AnyAlgorithm =>
  ({
    name: 'acknowledged',
    requires: { root: true },
    terminates: false,
    marks: ['informed'],
    initially: ({ isRoot }: { isRoot: boolean }) => ({ isRoot, seen: isRoot, copies: 0 }),
    uponStart(p, state) {
      if (!(state as { isRoot?: boolean }).isRoot) return
      p.mark('informed')
      p.sendToAll({ type: 'copy' })
    },
    uponReceiving: {
      copy(p, state, message, from) {
        const own = state as State
        own.copies++
        p.send(from, { type: 'ack' })
        if (own.seen) return
        own.seen = true
        p.mark('informed')
        p.sendToAllExcept(from, message)
      },
      ack() {},
    },
    bits: { copy: () => 1, ack: () => 1 },
    claims,
  }) as AnyAlgorithm

const claims: AnyAlgorithm['claims'] = {
  messages: exactly('2 G', { where: { G: copies } }),
  'messages:copy': exactly('n + 1'),
  'messages:ack': atMost('n'),
  'time:informed': atMost('ecc'),
  bits: atMost('4m'),
  'messages:copy+messages:ack': expected('2n'),
}

function row(evidence: NonNullable<Cell['evidence']>, asked = claims) {
  const algorithm = acknowledged(asked)
  const cell: Cell = {
    algorithm: algorithm.name,
    timing: 'asynchronous',
    topology: 'ring',
    n: 4,
    delay: null,
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    replicate: 0,
    seed: 1,
    evidence,
  }
  const worstCases = {
    searched: { sizes: [4], runs: 50, strategies: null },
    forced: null,
    exact: { sizes: [4], states: 100_000 },
    replicates: 1,
  }
  return runCell(algorithm, cell, {
    experiment: 'x',
    budget: {},
    builder: new CellBuilder(readFile),
    worstCases,
  })
}

const told = ({ verdicts }: ReturnType<typeof row>) =>
  Object.fromEntries(
    verdicts.map(({ measure, measured, verdict, reason }) => [measure, [measured, verdict, reason]]),
  )

test('a searched worst case is held to every claim that its executions give a figure for', () => {
  const found = row('searched')
  const { 'time:informed': informed, ...others } = told(found)
  // Five copies and five acknowledgements; the claim of four is false.
  assert.deepEqual(others, {
    messages: [10, 'held', undefined],
    'messages:copy': [5, 'held', undefined],
    'messages:ack': [5, 'violated', undefined],
    bits: [10, 'held', undefined],
  })
  assert.equal(informed?.[1], 'held')
  assert.ok(isViolation(found))
  assert.match(found.detail!, /messages:ack 5, but the claim is at most n = 4/)
  assert.ok(!('not_judged' in found.extra))
})

test('an exact worst case is held to claims about types, and says what it is not held to', () => {
  const found = row('exact')
  assert.deepEqual(told(found), {
    messages: [10, 'not checked', 'G is not known here'],
    'messages:copy': [5, 'held', undefined],
    'messages:ack': [5, 'violated', undefined],
  })
  assert.equal(found.extra.not_judged, 'time:informed, bits')
  assert.ok(isViolation(found))
})

test('where nothing but messages and time is claimed, nothing is said of the rest', () => {
  const found = row('exact', { messages: atMost('4m'), time: atMost('n'), bits: expected('n') })
  assert.ok(!('not_judged' in found.extra))
  assert.deepEqual(Object.keys(told(found)), ['messages', 'time'])
})
