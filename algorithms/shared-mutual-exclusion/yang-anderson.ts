import {
  atMost,
  exactly,
  nil,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
} from '../../engine/index.ts'
import { type Climber, down, heightFor, node, nodesFor, otherSide, side, up } from './climbing.ts'

interface State extends Climber {
  readonly n: number
  /** Whom it met at this node; nil for nobody. */
  rival: number
}

const variables = ({ n }: SharedSystem) => {
  const nodes = nodesFor(n)
  return {
    // Of each node, for the left and the right side: who competes there.
    competitor: sharedArray(2 * nodes, { values: n, nil: true }),
    // Of each node: who came last.
    last: sharedArray(nodes, { values: n, nil: true }),
    // Of each processor at each level: 0, 1 when its rival has come, 2 when its rival has gone.
    spin: sharedArray(n * heightFor(n), { values: 3, home: (index) => index % n }),
  }
}

/** A tournament in which everyone waits at a variable of its own: Θ(log n) remote references with caches and without. */
export const yangAnderson: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'yang-anderson',
  title: 'Yang and Anderson’s tournament',
  summary: 'goes up a binary tree and waits at each node at a variable of its own',
  source: 'J.-H. Yang, J. H. Anderson, A fast, scalable mutual exclusion algorithm, 1995',
  remarks: 'The exit goes from the root to the leaf.',
  service: 'mutual exclusion',
  requires: { sizeMin: 2 },
  variables,

  initially: ({ i, n }) => ({ i, n, height: heightFor(n), level: 0, rival: nil }),

  operations: {
    acquire: {
      1: (s, { competitor }) => competitor.at(side(s)).write(s.i, 2),
      2: (s, { last }) => last.at(node(s)).write(s.i, 3),
      3: (s, { spin }) => spin.at(spinOf(s, s.i)).write(0, 4),
      4: (s, { competitor }) =>
        competitor.at(otherSide(s)).read((rival) => {
          s.rival = rival
          return rival === nil ? up(alone(s)) : 5
        }),
      5: (s, { last }) => last.at(node(s)).read((who) => (who === s.i ? 6 : up(alone(s)))),
      6: (s, { spin }) => spin.at(spinOf(s, s.rival)).read((value) => (value === 0 ? 7 : 8)),
      7: (s, { spin }) => spin.at(spinOf(s, s.rival)).write(1, 8),
      8: (s, { spin }) => spin.at(spinOf(s, s.i)).await((value) => value >= 1, 9),
      9: (s, { last }) => last.at(node(s)).read((who) => (who === s.i ? 10 : up(alone(s)))),
      10: (s, { spin }) =>
        spin.at(spinOf(s, s.i)).await(
          (value) => value === 2,
          () => up(alone(s)),
        ),
    },
    release: {
      1: (s, { competitor }) => competitor.at(side(s)).write(nil, 2),
      2: (s, { last }) =>
        last.at(node(s)).read((who) => {
          s.rival = who
          return who === s.i ? down(alone(s)) : 3
        }),
      3: (s, { spin }) => spin.at(spinOf(s, s.rival)).write(2, () => down(alone(s))),
    },
  },

  doorwayEnds: 3,
  guarantees: 'no lockout',

  claims: {
    // At each node: four in the entry, two in the exit; without contention it finds no rival.
    'solo:steps': exactly('6 * ceil(log2(n))'),
    'solo:reads': exactly('2 * ceil(log2(n))'),
    'solo:writes': exactly('4 * ceil(log2(n))'),
    // At each node: six writes, the rival, and its spin. Then either its own spin changes twice, or that and who came last
    // change once each; and who came last may have changed again in the exit.
    'passage:cc': atMost('11 * ceil(log2(n))'),
    // At each node every line is done once but for the waiting, and lines 3, 8 and 10 are at its own variable.
    'passage:dsm': atMost('10 * ceil(log2(n))'),
    variables: exactly('3(2^ceil(log2(n)) - 1) + n * ceil(log2(n))'),
  },
}

/** The variable at which a processor waits at this level. */
const spinOf = ({ level, n }: State, p: number): number => level * n + p

/** Forgets its rival, so that it comes to every node in the same state. */
function alone(s: State): State {
  s.rival = nil
  return s
}
