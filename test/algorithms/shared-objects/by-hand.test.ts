import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as objects from '../../../algorithms/index.ts'
import { formalShared, type SharedObject } from '../../../engine/index.ts'
import { asked } from '../../helpers/asked.ts'

/** The operations of an execution by the definitions: name, answer, and what each has cost, in the order of their ends. */
function operationsOf(
  object: SharedObject,
  lists: readonly (readonly string[])[],
  schedule: readonly number[],
) {
  const calls = asked(object, lists)
  const passages = calls.map(({ length }) => length)
  const system = { algorithm: object, n: calls.length, passages, calls }
  const result = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  assert.ok(result.kind === 'execution', result.kind === 'inapplicable' ? result.reason : '')
  const answers = result.execution.steps
    .filter(({ to }) => to === 'remainder')
    .map(({ answer }) => answer ?? null)
  return formalShared
    .sharedPassages(result.execution)
    .map(({ operation, counts: { steps, reads, writes, rmw, cc, dsm } }, index) => [
      operation,
      answers[index],
      [steps, reads, writes, rmw, cc, dsm],
    ])
}

const times = (p: number, count: number): number[] => Array<number>(count).fill(p)

test('a register of four values from bits: a write of 2 is three writes, a read of 2 three reads up and two down', () => {
  const lists = [['write(2)'], ['read', 'read']]
  // bit[2], bit[1], bit[0] are written. Then bits 0, 1, 2 are read, and bits 1, 0. The second read finds all in its cache.
  assert.deepEqual(operationsOf(objects.registerKvalued, lists, [...times(0, 3), ...times(1, 10)]), [
    ['write', null, [3, 0, 3, 0, 3, 3]],
    ['read', 2, [5, 5, 0, 0, 3, 5]],
    ['read', 2, [5, 5, 0, 0, 0, 5]],
  ])
})

test('on the way down a read finds what was written meanwhile', () => {
  const lists = [['write(3)', 'write(1)'], ['read']]
  // p_0 writes 3: 4 steps. p_1 reads bits 0, 1, 2: all 0. p_0 sets bit 1. p_1 reads bit 3 = 1, 2 = 0, 1 = 1, 0 = 0: answers 1.
  assert.deepEqual(
    operationsOf(objects.registerKvalued, lists, [...times(0, 4), 1, 1, 1, 0, ...times(1, 4), 0]).map(
      ([operation, answer]) => [operation, answer],
    ),
    [
      ['write', null],
      ['read', 1],
      ['write', null],
    ],
  )
})

test('of two readers each reads what it was told and what the other one reports, and reports itself', () => {
  const lists = [['write(7)'], ['read'], ['read']]
  // p_0 tells p_1. p_1 reads that, the report of p_2, and reports to p_2. p_2 was not told yet, but reads the report: 7. The first
  // two reads of each are at home.
  assert.deepEqual(operationsOf(objects.registerSwmr, lists, [0, 1, 1, 1, 2, 2, 2, 0]), [
    ['read', 7, [3, 2, 1, 0, 3, 1]],
    ['read', 7, [3, 2, 1, 0, 3, 1]],
    ['write', null, [2, 0, 2, 0, 2, 2]],
  ])
})

test('of two writes at one time the one of the larger processor counts', () => {
  const lists = [['write(5)', 'read'], ['write(6)']]
  // Both read both registers, and both write at time 1.
  assert.deepEqual(
    operationsOf(objects.registerMwmr, lists, [0, 1, 0, 1, 1, 0, 0, 0]).map(([operation, answer]) => [
      operation,
      answer,
    ]),
    [
      ['write', null],
      ['write', null],
      ['read', 6],
    ],
  )
})

test('alone, a scan collects twice, and an update writes after that', () => {
  const lists = [['update(5)', 'scan'], [], []]
  assert.deepEqual(operationsOf(objects.atomicSnapshot, lists, times(0, 13)), [
    // With caches, each segment is fetched once, and its own is written.
    ['update', null, [7, 6, 1, 0, 4, 4]],
    ['scan', [5, 0, 0], [6, 6, 0, 0, 0, 4]],
  ])
})

test('a scan whose collects never agree borrows the view of the one that it sees move twice', () => {
  const lists = [['scan'], ['update(1)', 'update(2)', 'update(3)']]
  // p_1 is about to write 1: 4 reads. p_0 collects. p_1 writes; p_0 collects: p_1 has moved. p_1 updates to 2, its view being
  // [0, 1]; p_0 collects: it has moved twice. n(n + 1) = 6 reads; with caches, its own segment is fetched once and that of p_1
  // three times.
  const schedule = [...times(1, 4), 0, 0, 1, 0, 0, ...times(1, 5), 0, 0]
  const operations = operationsOf(objects.atomicSnapshot, lists, schedule)
  assert.deepEqual(operations.at(-1), ['scan', [0, 1], [6, 6, 0, 0, 4, 3]])
})

test('alone, pushes, pops, enqueues and dequeues cost four and five', () => {
  assert.deepEqual(operationsOf(objects.treiberStack, [['pop', 'push(3)', 'pop']], times(0, 9)), [
    ['pop', null, [1, 1, 0, 0, 1, 1]],
    // value, top, next, compare&swap; the top is in the cache.
    ['push', null, [4, 1, 2, 1, 3, 4]],
    ['pop', 3, [4, 3, 0, 1, 1, 4]],
  ])
  assert.deepEqual(
    operationsOf(objects.michaelScottQueue, [['dequeue', 'enqueue(3)', 'dequeue']], times(0, 13)),
    [
      // head, tail, next of the node in front.
      ['dequeue', null, [3, 3, 0, 0, 3, 3]],
      // value; tail and next, which are in the cache; two compare&swaps.
      ['enqueue', null, [5, 2, 1, 2, 3, 5]],
      ['dequeue', 3, [5, 4, 0, 1, 1, 5]],
    ],
  )
})

test('who finds the tail behind helps it on', () => {
  const lists = [['enqueue(1)'], ['enqueue(2)', 'dequeue']]
  // p_0 appends its node and stops before it moves the tail. p_1: value, tail, next: not nil; it moves the tail; tail, next,
  // append, tail. Then it dequeues 1.
  assert.deepEqual(
    operationsOf(objects.michaelScottQueue, lists, [...times(0, 4), ...times(1, 8), ...times(1, 5), 0]).map(
      ([operation, answer, counts]) => [operation, answer, (counts as number[])[0]],
    ),
    [
      ['enqueue', null, 8],
      ['dequeue', 1, 5],
      ['enqueue', null, 5],
    ],
  )
})

test('a read of the counter adds up what it finds, one register after the other', () => {
  const lists = [['read'], ['increment'], ['increment']]
  // p_0 reads its own; p_2 increments, then p_1; p_0 reads both.
  assert.deepEqual(
    operationsOf(objects.collectCounter, lists, [0, 2, 1, 0, 0]).map(([operation, answer]) => [
      operation,
      answer,
    ]),
    [
      ['increment', null],
      ['increment', null],
      ['read', 2],
    ],
  )
})
