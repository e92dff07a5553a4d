import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  causalBroadcast,
  fifoBroadcast,
  floodingBroadcast,
  reliableBroadcastEager,
  reliableBroadcastSparing,
  skeen,
  totalOrderAcknowledged,
  totalOrderSequencer,
  totalOrderSymmetric,
} from '../../../algorithms/index.ts'
import { historyOf } from '../../helpers/run.ts'
import { deliveriesIn, withDelays } from '../../helpers/with-delays.ts'

const one = (): number => 1

test('eager reliable broadcast among three: two copies by each of them, the last at time 2', () => {
  const { execution, history } = withDelays(reliableBroadcastEager, 3, 'given:0.broadcast(7)@0', one)
  assert.deepEqual(deliveriesIn(history), [
    [0, 7, 0],
    [1, 7, 1],
    [2, 7, 1],
  ])
  assert.equal(execution.measures.messages, 6)
  assert.equal(execution.measures.time, 2)
  assert.equal(execution.measures.operations!.delivery, 1)
  assert.equal(execution.measures.operations!.deliveryMean, 1)
})

test('what is spared depends on the way: with a slow channel from the sender, p_2 has it from p_1', () => {
  // By hand: the copy for p_2 takes 1, the others 0.25. p_1 has it at 0.25 and passes it on to p_2 alone, where it arrives
  // at 0.5. p_2 spares both, the sender and p_1: 2 + 1 + 0 messages, where unit delays take 2 + 1 + 1.
  const slow = ({ sender, receiver }: { sender: number; receiver: number }) =>
    sender === 0 && receiver === 2 ? 1 : 0.25
  const { execution, history } = withDelays(reliableBroadcastSparing, 3, 'given:0.broadcast(7)@0', slow)
  assert.deepEqual(deliveriesIn(history), [
    [0, 7, 0],
    [1, 7, 0.25],
    [2, 7, 0.5],
  ])
  assert.equal(execution.measures.messages, 3)
  assert.equal(
    withDelays(reliableBroadcastSparing, 3, 'given:0.broadcast(7)@0', one).execution.measures.messages,
    4,
  )
})

test('flooding on a ring of five takes six messages, and the farthest deliver after two units', () => {
  // By hand: m = 5, so 2·5 − 4 = 6; from p_0, p_1 and p_4 have it at 1, p_2 and p_3 at 2.
  const parts = { topology: 'ring', n: 5, delay: 'constant', inputs: 'ids=ascending', seed: 1 } as const
  const { execution, history } = historyOf(floodingBroadcast, {
    ...parts,
    workload: 'given:0.broadcast(7)@0',
  })
  assert.equal(execution.measures.messages, 6)
  const times = deliveriesIn(history).map(([p, , time]) => [p, time])
  assert.deepEqual(times.sort(), [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 1],
  ])
})

test('FIFO broadcast holds the second back until the first has come', () => {
  // By hand: 7 takes 1 and 8, which is sent at 0.5, takes 0.25: it is there at 0.75 and waits until 1.
  const { execution, history } = withDelays(
    fifoBroadcast,
    2,
    'given:0.broadcast(7)@0+0.broadcast(8)@0.5',
    ({ time }) => (time === 0 ? 1 : 0.25),
  )
  assert.deepEqual(deliveriesIn(history), [
    [0, 7, 0],
    [0, 8, 0.5],
    [1, 7, 1],
    [1, 8, 1],
  ])
  assert.equal(execution.measures.messages, 2)
})

test('causal broadcast holds an answer back until the question has come', () => {
  // By hand: p_1 delivers 7 at 0.25 and answers 8 at 0.5, which is at p_2 at 0.75 and carries that 7 was delivered. 7 itself
  // takes 1 to p_2.
  const { execution, history } = withDelays(
    causalBroadcast,
    3,
    'given:0.broadcast(7)@0+1.broadcast(8)@0.5',
    ({ sender, receiver }) => (sender === 0 && receiver === 2 ? 1 : 0.25),
  )
  assert.deepEqual(deliveriesIn(history), [
    [0, 7, 0],
    [1, 7, 0.25],
    [1, 8, 0.5],
    [0, 8, 0.75],
    [2, 7, 1],
    [2, 8, 1],
  ])
  assert.equal(execution.measures.messages, 4)
})

test('a sequencer takes n messages for a broadcast of another processor, and n − 1 for its own', () => {
  // By hand: 7 of p_1 is at p_0 at 1, which delivers it and sends it to p_1 and p_2, where it is at 2. Its own 8 is asked for
  // at 0.5, so it is the first in the order, and at the others at 1.5.
  const { execution, history } = withDelays(
    totalOrderSequencer,
    3,
    'given:1.broadcast(7)@0+0.broadcast(8)@0.5',
    one,
  )
  assert.deepEqual(deliveriesIn(history), [
    [0, 8, 0.5],
    [0, 7, 1],
    [1, 8, 1.5],
    [2, 8, 1.5],
    [1, 7, 2],
    [2, 7, 2],
  ])
  assert.equal(execution.measures.messages, 3 + 2)
  assert.equal(execution.measures.operations!.delivery, 2)
})

test('timestamps: of two broadcasts at time 0 that of the smaller identifier is first, everywhere', () => {
  // By hand, n = 3: 7 of p_0 and 8 of p_1 both have timestamp 1, and 4 messages carry them. At time 1 p_0 and p_1, whose own
  // timestamps are 1, send nothing more; p_2 tells both that it is at 1. So p_2, which has heard 1 from both, delivers at 1,
  // and the others at 2.
  const workload = 'given:0.broadcast(7)@0+1.broadcast(8)@0'
  const symmetric = withDelays(totalOrderSymmetric, 3, workload, one)
  assert.deepEqual(deliveriesIn(symmetric.history), [
    [2, 7, 1],
    [2, 8, 1],
    [0, 7, 2],
    [0, 8, 2],
    [1, 7, 2],
    [1, 8, 2],
  ])
  assert.equal(symmetric.execution.measures.messages, 4 + 2)
  // With acknowledgements, p_0, p_1 and twice p_2 tell two others each.
  const acknowledged = withDelays(totalOrderAcknowledged, 3, workload, one)
  assert.equal(acknowledged.execution.measures.messages, 4 + 8)
  assert.deepEqual(
    deliveriesIn(acknowledged.history).filter(([p]) => p === 1),
    [
      [1, 7, 2],
      [1, 8, 2],
    ],
  )
})

test('Skeen alone: the sender delivers when all have proposed, at 2, and the others a unit later', () => {
  const { execution, history } = withDelays(skeen, 3, 'given:1.broadcast(7)@0', one)
  assert.deepEqual(deliveriesIn(history), [
    [1, 7, 2],
    [0, 7, 3],
    [2, 7, 3],
  ])
  assert.equal(execution.measures.messages, 6)
})

test('Skeen: what has been proposed a small timestamp keeps a final one waiting', () => {
  // By hand, n = 2: 7 of p_0 has the timestamp (1, 0) there, and 8 of p_1 has (1, 1). At time 1 each proposes its second, (2, 0)
  // for 8 and (2, 1) for 7. At time 2 the proposals are there, and final are (2, 0) for 8 and (2, 1) for 7. p_0 has 7 final
  // and waits for 8, which could be less, and is: at 3 it delivers 8, then 7. p_1 delivers 8 at 2, for 7 is not below (2, 1).
  const { history } = withDelays(skeen, 2, 'given:0.broadcast(7)@0+1.broadcast(8)@0', one)
  assert.deepEqual(deliveriesIn(history), [
    [1, 8, 2],
    [0, 8, 3],
    [0, 7, 3],
    [1, 7, 3],
  ])
})
