import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  abdRegister,
  abdRegisterOneWriter,
  dsmLinearizable,
  dsmScLocalRead,
  dsmScLocalWrite,
} from '../../../algorithms/index.ts'
import type { HistoryEvent } from '../../../engine/index.ts'
import { withDelays } from '../../helpers/with-delays.ts'

const one = (): number => 1

/** Who answers when, and what. */
const answersIn = (history: readonly HistoryEvent[]): unknown[] =>
  history.flatMap((event) => (event.kind === 'response' ? [[event.processor, event.time, event.result]] : []))

test('ABD: each operation goes there and back twice; who reads while another writes may miss it', () => {
  // By hand, n = 3: p_0 and p_1 ask at 0, are told null at 2, and have it adopted at 4. What p_0 writes is at p_1 at 3, after
  // p_1 has made up its mind. p_2 asks at 4.5 and finds 7.
  const { execution, history } = withDelays(abdRegister, 3, 'given:0.write(7)@0+1.read@0+2.read@4.5', one)
  assert.deepEqual(answersIn(history), [
    [0, 4, undefined],
    [1, 4, null],
    [2, 8.5, 7],
  ])
  assert.equal(execution.measures.messages, 3 * 4 * 2)
})

test('ABD waits for a majority alone: with two processors far away, five are as fast as three', () => {
  // Copies to p_3 and p_4, and from them, take 1, all others 0.25: two of four answers are there after 0.5.
  const far = ({ sender, receiver }: { sender: number; receiver: number }) =>
    Math.max(sender, receiver) > 2 ? 1 : 0.25
  const { execution, history } = withDelays(abdRegister, 5, 'given:0.write(7)@0', far)
  assert.deepEqual(answersIn(history), [[0, 1, undefined]])
  // The late answers count: the update is at p_4 at 1.5, and its acknowledgement back at 2.5.
  assert.equal(execution.measures.messages, 16)
  assert.equal(execution.measures.time, 2.5)
})

test('ABD with one writer: a write goes there and back once', () => {
  const { execution, history } = withDelays(abdRegisterOneWriter, 3, 'given:0.write(7)@0+1.read@0', one)
  // By hand: the update is at all at 1, with the question of p_1, which hears of 7 from p_0 itself at 2.
  assert.deepEqual(answersIn(history), [
    [0, 2, undefined],
    [1, 4, 7],
  ])
  assert.equal(execution.measures.messages, 4 + 8)
})

test('local reads cost nothing, and see what has come; a write is answered when it has come back', () => {
  // By hand, n = 3: p_1 writes at 0, p_0 has it at 1, p_1 and p_2 at 2.
  const workload = 'given:1.write(7)@0+0.read@1.5+2.read@1.5+2.read@2.5'
  const { execution, history } = withDelays(dsmScLocalRead, 3, workload, one)
  assert.deepEqual(answersIn(history), [
    [0, 1.5, 7],
    [2, 1.5, null],
    [1, 2, undefined],
    [2, 2.5, 7],
  ])
  assert.equal(execution.measures.messages, 3)
})

test('local writes are answered at once, and a read waits for those before it', () => {
  const workload = 'given:1.write(7)@0+1.read@0.5+2.read@0.5'
  const { execution, history } = withDelays(dsmScLocalWrite, 3, workload, one)
  assert.deepEqual(answersIn(history), [
    [1, 0, undefined],
    [2, 0.5, null],
    [1, 2, 7],
  ])
  assert.equal(execution.measures.messages, 3)
})

test('a linearizable memory orders reads, too: n messages and two units, none and n − 1 messages at the root', () => {
  const workload = 'given:1.write(7)@0+2.read@0+0.read@0.5'
  const { execution, history } = withDelays(dsmLinearizable, 3, workload, one)
  // By hand: the read of p_0 is the first in the order; the others are at p_0 at 1, that of p_1 before that of p_2.
  assert.deepEqual(answersIn(history), [
    [0, 0.5, null],
    [1, 2, undefined],
    [2, 2, 7],
  ])
  assert.equal(execution.measures.messages, 3 + 3 + 2)
})
