import {
  atMost,
  done,
  exactly,
  nil,
  type ObjectState,
  type SharedObject,
  type SharedSystem,
  sharedArray,
  sharedQueue,
  sharedVariable,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly argument: number
  /** The node that it appends next; nodes are used once. */
  node: number
  first: number
  last: number
  next: number
  /** What the node after the first one holds. */
  value: number
}

/** Node 0 stands in front of the queue at the beginning; then come those of p_0, of p_1 … */
const variables = ({ n, operations = 1 }: SharedSystem) => ({
  head: sharedVariable({ offers: ['compareAndSwap'] }),
  tail: sharedVariable({ offers: ['compareAndSwap'] }),
  value: sharedArray(1 + n * operations),
  next: sharedArray(1 + n * operations, { nil: true, offers: ['compareAndSwap'] }),
})

/** A list with an empty node in front, appended to by compare&swap; who finds the tail behind helps it on. */
export const michaelScottQueue: SharedObject<State, typeof variables, 'enqueue' | 'dequeue'> = {
  name: 'michael-scott-queue',
  title: 'Michael and Scott’s queue',
  summary: 'a list that is appended to by compare&swap; whoever finds the tail behind helps it on',
  source:
    'M. M. Michael, M. L. Scott, Simple, fast, and practical non-blocking and blocking concurrent queue algorithms, 1996',
  remarks:
    'Each processor has as many nodes as it is asked for operations and uses none twice, so that the tests whether head and tail are still as they were read are left out.',
  service: sharedQueue,
  requires: {},
  variables,

  initially: ({ i, operations = 1 }) => ({
    node: 1 + i * operations,
    first: nil,
    last: nil,
    next: nil,
    value: nil,
  }),

  operations: {
    enqueue: {
      1: (s, { value }) => value.at(s.node).write(s.argument, 2),
      2: (s, { tail }) =>
        tail.read((last) => {
          s.last = last
          return 3
        }),
      3: (s, { next }) =>
        next.at(s.last).read((after) => {
          s.next = after
          return after === nil ? 4 : 5
        }),
      4: (s, { next }) => next.at(s.last).compareAndSwap(nil, s.node, (found) => (found === nil ? 6 : 2)),
      5: (s, { tail }) => tail.compareAndSwap(s.last, s.next, 2),
      6: (s, { tail }) =>
        tail.compareAndSwap(s.last, s.node, () => {
          s.node++
          return ended(s)
        }),
    },
    dequeue: {
      1: (s, { head }) =>
        head.read((first) => {
          s.first = first
          return 2
        }),
      2: (s, { tail }) =>
        tail.read((last) => {
          s.last = last
          return 3
        }),
      3: (s, { next }) =>
        next.at(s.first).read((after) => {
          s.next = after
          if (after === nil) return ended(s)
          return s.first === s.last ? 4 : 5
        }),
      4: (s, { tail }) => tail.compareAndSwap(s.last, s.next, 1),
      5: (s, { value }) =>
        value.at(s.next).read((dequeued) => {
          s.value = dequeued
          return 6
        }),
      6: (s, { head }) =>
        head.compareAndSwap(s.first, s.next, (found) => {
          if (found !== s.first) return 1
          s.answer = s.value
          return ended(s)
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'lock-free',

  claims: {
    'solo-enqueue:steps': exactly('5'),
    // Three if it is empty.
    'solo-dequeue:steps': atMost('5'),
    'solo-enqueue:rmw': exactly('2'),
    'solo-dequeue:rmw': atMost('1'),
  },
}

/** Forgets what it has seen, so that every operation begins in the same state. */
function ended(s: State): number {
  s.first = nil
  s.last = nil
  s.next = nil
  s.value = nil
  return done
}
