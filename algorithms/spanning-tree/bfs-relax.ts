import {
  type Adversary,
  type Algorithm,
  atMost,
  type Channel,
  eventually,
  exactly,
  type Instance,
  LongPaths,
  order,
  rootAwakeAtZero,
  unitDelays,
} from '../../engine/index.ts'
import { breadthFirstTree, treeDepth } from './trees.ts'

/**
 * Breadth-first search by relaxation: whoever learns of a shorter way to the root takes it and tells its neighbours.
 * Attiya & Welch, chapter 2, exercises; Lynch, *Distributed Algorithms*, section 15.4. Nobody learns when it is over.
 */
type Message = { readonly type: 'distance'; readonly distance: number }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** The length of the shortest way from the root that is known; −1 before any is. */
  distance: number
}

export const bfsRelax: Algorithm<State, Message, Input> = {
  name: 'bfs-relax',
  title: 'Breadth-first tree by relaxation',
  summary: 'builds a breadth-first spanning tree from a root, correcting distances as shorter ways are found',
  source: 'Attiya & Welch, chapter 2, exercises; Lynch 1996, section 15.4',
  requires: { root: true },
  terminates: false,

  initially: ({ isRoot }) => ({ isRoot, parent: null, distance: isRoot ? 0 : -1 }),

  uponStart(p, state) {
    if (state.isRoot) p.sendToAll({ type: 'distance', distance: 0 })
  },

  uponReceiving: {
    distance(p, state, message, from) {
      const distance = message.distance + 1
      if (state.distance >= 0 && state.distance <= distance) return
      state.distance = distance
      state.parent = from
      p.sendToAllExcept(from, { type: 'distance', distance })
    },
  },

  bits: { distance: ({ count }) => count },

  claims: {
    messages: [
      // The first distance that anyone hears of is the right one, so each processor sends once.
      exactly('2m - (n - 1)', { when: unitDelays }),
      // A distance is the length of a path without repetition, so nobody improves on its own more than n − 1 times.
      atMost('2m(n - 1)'),
      order('n m'),
    ],
    // The right distance spreads along the shortest paths, whatever else is sent.
    time: [atMost('ecc + 1', { when: rootAwakeAtZero }), atMost('w + ecc + 1')],
  },

  properties: { breadthFirstTree: eventually(breadthFirstTree) },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: longestFirst,
}

/**
 * The distances along a long path that starts at the root come first, and all others the later the smaller they are, so
 * that each processor corrects its own as often as it can: on a complete graph, j times if it is the j-th on the path.
 */
function longestFirst({ network, root }: Instance): Adversary<State, Message> {
  const { n } = network
  const path = new LongPaths(network).from(root)
  const place = new Int32Array(n).fill(-1)
  path.forEach((p, i) => {
    place[p] = i
  })
  return {
    delay({ sender, receiver, message: { distance } }) {
      const runsAlong = place[sender] === distance && place[receiver] === distance + 1
      return runsAlong ? 2 ** -20 / n : 1 - distance / n
    },
  }
}
