import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  atLeast,
  atMost,
  type Cell,
  exactly,
  expected,
  order,
} from '../../../../engine/index.ts'
import { worstCaseRow } from '../../../../experiments/cell/worst-cases/row.ts'
import type { WorstCase } from '../../../../experiments/cell/worst-cases/worst-case.ts'
import { CellBuilder, cellOf, isViolation, readFile } from '../../../../experiments/index.ts'

const cell: Cell = {
  algorithm: 'flooding',
  timing: 'asynchronous',
  topology: 'ring',
  n: 8,
  delay: null,
  wakeup: 'all',
  faults: 'none',
  inputs: 'random',
  replicate: 0,
  seed: 1,
  evidence: 'exact',
}

const { instance, setting } = new CellBuilder(readFile).prepareInstance(flooding, cell)

/** The row of a worst case of so many messages, for an algorithm with these claims about them. */
function row(
  claims: NonNullable<NonNullable<AnyAlgorithm['claims']>['messages']>,
  messages: Omit<WorstCase['messages'], 'setting'>,
  outcome: WorstCase['outcome'] = 'quiescent',
) {
  const algorithm = {
    ...(flooding as AnyAlgorithm),
    claims: { messages: claims, time: atMost('n') },
  } as AnyAlgorithm
  return worstCaseRow(algorithm, cell, 'trial', instance, {
    outcome,
    reason: null,
    messages: { ...messages, setting },
    time: null,
    extra: {},
  })
}

test('a row of a worst case has no delay, no measure that is not a maximum, and leads back to its cell', () => {
  const found = row(atMost('20'), { cost: 17 })
  assert.deepEqual(
    [
      found.evidence,
      found.delay,
      found.bits,
      found.delay_max,
      found.comp_events,
      found.time,
      found.time_claim,
    ],
    ['exact', null, null, null, null, null, null],
  )
  assert.deepEqual([found.messages, found.n, found.m, found.diameter], [17, 8, 8, 4])
  assert.deepEqual(cellOf(found), cell)
})

test('a bound that a worst case exceeds is violated, also when not every schedule was seen', () => {
  for (const outcome of ['quiescent', 'budget'] as const) {
    assert.equal(isViolation(row(atMost('2n'), { cost: 17 }, outcome)), true)
    assert.equal(
      row(atMost('2n'), { cost: 16 }, outcome).messages_verdict,
      outcome === 'budget' ? 'not checked' : 'held',
    )
  }
})

test('what is claimed exactly is held to the smallest cost as well as to the largest', () => {
  assert.equal(row(exactly('2n'), { cost: 16, least: 16 }).messages_verdict, 'held')
  assert.equal(row(exactly('2n'), { cost: 17, least: 16 }).messages_verdict, 'violated')
  const low = row(exactly('2n'), { cost: 16, least: 15 })
  assert.deepEqual(
    [low.messages_verdict, low.detail],
    ['violated', 'messages 15, but the claim is exactly 2n = 16'],
  )
})

test('what is claimed from below is held to the smallest cost', () => {
  assert.equal(row(atLeast('n'), { cost: 9, least: 8 }).messages_verdict, 'held')
  assert.equal(row(atLeast('n'), { cost: 9, least: 7 }).messages_verdict, 'violated')
})

test('the tightest bound from above is shown, and a claim about a mean never takes part', () => {
  const { messages_claim, extra } = row(
    [order('n^2'), exactly('17'), atMost('n^2'), expected('n'), atMost('3n')],
    { cost: 17 },
  )
  assert.equal(messages_claim, 24)
  assert.deepEqual(extra, {
    messages_theorem: 'at most 3n',
    messages_also: 'at most n²: held; exactly 17: held; order n²: not checked',
  })
})
