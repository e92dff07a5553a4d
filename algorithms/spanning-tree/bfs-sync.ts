import {
  type Algorithm,
  atMost,
  type Channel,
  eventually,
  exactly,
  rootAwakeAtZero,
} from '../../engine/index.ts'
import { breadthFirstTree } from './trees.ts'

/**
 * Breadth-first search in rounds: M reaches the processors at distance d in round d.
 * Attiya & Welch, section 2.3: flooding in the synchronous model builds a breadth-first tree.
 */
type Message = { readonly type: 'M'; readonly distance: number }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** From the root; −1 before M has come. */
  distance: number
}

export const bfsSync: Algorithm<State, Message, Input> = {
  name: 'bfs-sync',
  title: 'Breadth-first tree in rounds',
  summary: 'builds a breadth-first spanning tree from a root in the synchronous model',
  source: 'Attiya & Welch, section 2.3',
  requires: { root: true, synchronous: true },
  terminates: true,

  initially: ({ isRoot }) => ({ isRoot, parent: null, distance: isRoot ? 0 : -1 }),

  uponStart(p, state) {
    if (!state.isRoot) return
    p.sendToAll({ type: 'M', distance: 0 })
    p.terminate()
  },

  uponRound(p, state, inbox) {
    const first = inbox[0]
    if (first === undefined) return
    state.parent = first.from
    state.distance = first.message.distance + 1
    p.sendToAllExcept(first.from, { type: 'M', distance: state.distance })
    p.terminate()
  },

  bits: { M: ({ count }) => count },

  claims: {
    messages: exactly('2m - (n - 1)'),
    // The copies sent by the farthest processors take one more round, where there are any.
    time: [atMost('ecc + 1', { when: rootAwakeAtZero }), atMost('w + ecc + 1')],
  },

  properties: { breadthFirstTree: eventually(breadthFirstTree) },
}
