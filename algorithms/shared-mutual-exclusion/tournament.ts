import {
  atMost,
  exactly,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
} from '../../engine/index.ts'
import { type Climber, down, heightFor, node, nodesFor, otherSide, side, up } from './climbing.ts'

const variables = ({ n }: SharedSystem) => {
  const nodes = nodesFor(n)
  return {
    // Of each node, for the left and the right side.
    want: sharedArray(2 * nodes, { values: 2 }),
    turn: sharedArray(nodes, { values: 2 }),
  }
}

/** A binary tree with Peterson’s lock for two at each node: whoever wins at the root enters. */
export const tournament: SharedMemoryAlgorithm<Climber, typeof variables> = {
  name: 'tournament',
  title: 'Tournament of Peterson’s locks',
  summary: 'goes up a binary tree, with a lock for two at each node, and enters after the root',
  source:
    'G. L. Peterson, M. J. Fischer, Economical solutions for the critical section problem, 1977; Attiya & Welch, section 4.4.3',
  remarks: 'The exit goes from the root to the leaf.',
  service: 'mutual exclusion',
  requires: { sizeMin: 2 },
  variables,

  initially: ({ i, n }) => ({ i, height: heightFor(n), level: 0 }),

  operations: {
    acquire: {
      1: (s, { want }) => want.at(side(s)).write(1, 2),
      2: (s, { turn }) => turn.at(node(s)).write(1 - (side(s) % 2), 3),
      3: (s, { want }) => want.at(otherSide(s)).read((wants) => (wants === 0 ? up(s) : 4)),
      4: (s, { turn }) => turn.at(node(s)).read((first) => (first === side(s) % 2 ? up(s) : 3)),
    },
    release: {
      1: (s, { want }) => want.at(side(s)).write(0, () => down(s)),
    },
  },

  doorwayEnds: 3,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('4 * ceil(log2(n))'),
    'solo:reads': exactly('ceil(log2(n))'),
    'solo:writes': exactly('3 * ceil(log2(n))'),
    // Six at each node, as in Peterson’s lock.
    'passage:cc': atMost('6 * ceil(log2(n))'),
    variables: exactly('3(2^ceil(log2(n)) - 1)'),
    bits: exactly('3(2^ceil(log2(n)) - 1)'),
  },
}
