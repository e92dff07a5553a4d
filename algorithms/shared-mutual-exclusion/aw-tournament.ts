import { exactly, type SharedMemoryAlgorithm, type SharedSystem, sharedArray } from '../../engine/index.ts'
import { type Climber, down, heightFor, node, nodesFor, otherSide, side, up } from './climbing.ts'

const variables = ({ n }: SharedSystem) => {
  const nodes = nodesFor(n)
  return {
    // Of each node, for the left and the right side.
    want: sharedArray(2 * nodes, { values: 2 }),
    priority: sharedArray(nodes, { values: 2 }),
  }
}

/** A binary tree with the book's bounded lock for two at each node: whoever wins at the root enters. */
export const awTournament: SharedMemoryAlgorithm<Climber, typeof variables> = {
  name: 'aw-tournament',
  title: 'Tournament of bounded locks',
  summary: 'goes up a binary tree, with the lock aw-2p at each node, and enters after the root',
  source: 'Attiya & Welch, section 4.4.3',
  remarks: 'The exit goes from the root to the leaf.',
  service: 'mutual exclusion',
  requires: { sizeMin: 2 },
  variables,

  initially: ({ i, n }) => ({ i, height: heightFor(n), level: 0 }),

  operations: {
    acquire: {
      1: (s, { want }) => want.at(side(s)).write(0, 2),
      2: (s, { want }) => want.at(otherSide(s)).read((wants) => (wants === 0 ? 4 : 3)),
      3: (s, { priority }) => priority.at(node(s)).read((first) => (first === own(s) ? 4 : 2)),
      4: (s, { want }) => want.at(side(s)).write(1, 5),
      5: (s, { priority }) => priority.at(node(s)).read((first) => (first === own(s) ? 7 : 6)),
      6: (s, { want }) => want.at(otherSide(s)).read((wants) => (wants === 1 ? 1 : up(s))),
      7: (s, { want }) =>
        want.at(otherSide(s)).await(
          (wants) => wants === 0,
          () => up(s),
        ),
    },
    release: {
      1: (s, { priority }) => priority.at(node(s)).write(1 - own(s), 2),
      2: (s, { want }) => want.at(side(s)).write(0, () => down(s)),
    },
  },

  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('7 * ceil(log2(n))'),
    'solo:reads': exactly('3 * ceil(log2(n))'),
    'solo:writes': exactly('4 * ceil(log2(n))'),
    variables: exactly('3(2^ceil(log2(n)) - 1)'),
    bits: exactly('3(2^ceil(log2(n)) - 1)'),
  },
}

/** Its number at this node, 0 or 1. */
const own = (s: Climber): number => side(s) % 2
