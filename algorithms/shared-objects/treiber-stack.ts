import {
  atMost,
  done,
  exactly,
  nil,
  type ObjectState,
  type SharedObject,
  type SharedSystem,
  sharedArray,
  sharedStack,
  sharedVariable,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly argument: number
  /** The node that it pushes next; nodes are used once. */
  node: number
  /** What was on top, and what stands below it. */
  first: number
  below: number
}

const variables = ({ n, operations = 1 }: SharedSystem) => ({
  top: sharedVariable({ nil: true, offers: ['compareAndSwap'] }),
  value: sharedArray(n * operations),
  next: sharedArray(n * operations, { nil: true }),
})

/** A list of nodes whose first one is exchanged by compare&swap. */
export const treiberStack: SharedObject<State, typeof variables, 'push' | 'pop'> = {
  name: 'treiber-stack',
  title: 'Treiber’s stack',
  summary: 'a list of nodes whose first one is exchanged by compare&swap, until nobody was faster',
  source: 'R. K. Treiber, Systems programming: coping with parallelism, 1986',
  remarks:
    'Each processor has as many nodes as it is asked for operations and uses none twice, so that a compare&swap succeeds only if the stack is as it was read.',
  service: sharedStack,
  requires: {},
  variables,

  initially: ({ i, operations = 1 }) => ({ node: i * operations, first: nil, below: nil }),

  operations: {
    push: {
      1: (s, { value }) => value.at(s.node).write(s.argument, 2),
      2: (s, { top }) =>
        top.read((first) => {
          s.first = first
          return 3
        }),
      3: (s, { next }) => next.at(s.node).write(s.first, 4),
      4: (s, { top }) =>
        top.compareAndSwap(s.first, s.node, (found) => {
          if (found !== s.first) return 2
          s.node++
          return ended(s)
        }),
    },
    pop: {
      1: (s, { top }) =>
        top.read((first) => {
          s.first = first
          return first === nil ? ended(s) : 2
        }),
      2: (s, { next }) =>
        next.at(s.first).read((below) => {
          s.below = below
          return 3
        }),
      3: (s, { top }) => top.compareAndSwap(s.first, s.below, (found) => (found === s.first ? 4 : 1)),
      4: (s, { value }) =>
        value.at(s.first).read((popped) => {
          s.answer = popped
          return ended(s)
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'lock-free',

  claims: {
    'solo-push:steps': exactly('4'),
    // One if it is empty.
    'solo-pop:steps': atMost('4'),
    'solo:rmw': atMost('1'),
  },
}

/** Forgets what it has seen, so that every operation begins in the same state. */
function ended(s: State): number {
  s.first = nil
  s.below = nil
  return done
}
