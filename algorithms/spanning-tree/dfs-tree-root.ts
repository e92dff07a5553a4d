import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  eventually,
  exactly,
  type Processor,
  rootAwakeAtZero,
  slowest,
  unitDelays,
} from '../../engine/index.ts'
import { childrenMatchParents, depthFirstTree, treeDepth } from './trees.ts'

/**
 * A depth-first spanning tree from a root: one message at a time walks the network.
 * Attiya & Welch, section 2.4, Algorithm 3.
 */
type Message = { readonly type: 'M' } | { readonly type: 'parent' } | { readonly type: 'already' }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  readonly children: Channel[]
  /** The channels that need no exploring; those below `next` were all looked at. */
  readonly explored: boolean[]
  next: Channel
}

const M: Message = { type: 'M' }
const PARENT: Message = { type: 'parent' }
const ALREADY: Message = { type: 'already' }

export const dfsTreeRoot: Algorithm<State, Message, Input> = {
  name: 'dfs-tree-root',
  title: 'Depth-first tree from a root',
  summary: 'builds a depth-first spanning tree from a root, one message at a time',
  source: 'Attiya & Welch, section 2.4, Algorithm 3',
  requires: { root: true },
  terminates: true,

  initially: ({ isRoot }) => ({ isRoot, parent: null, children: [], explored: [], next: 0 }),

  uponStart(p, state) {
    if (state.isRoot) explore(p, state)
  },

  uponReceiving: {
    M(p, state, _message, from) {
      state.explored[from] = true
      if (state.isRoot || state.parent !== null) return p.send(from, ALREADY)
      state.parent = from
      explore(p, state)
    },
    parent(p, state, _message, from) {
      state.children.push(from)
      explore(p, state)
    },
    already(p, state) {
      explore(p, state)
    },
  },

  bits: { M: () => 1, parent: () => 1, already: () => 1 },

  claims: {
    // M crosses each channel once: whoever receives it also strikes the channel off its own list.
    messages: exactly('2m'),
    'messages:M': exactly('m'),
    'messages:parent': exactly('n - 1'),
    'messages:already': exactly('m - n + 1'),
    // At any time one message is in transit.
    time: [
      exactly('2m', { when: both(unitDelays, rootAwakeAtZero) }),
      atMost('2m', { when: rootAwakeAtZero }),
      atMost('w + 2m'),
    ],
  },

  properties: {
    depthFirstTree: eventually((final) => depthFirstTree(final)),
    childrenMatchParents: eventually(childrenMatchParents),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: () => slowest,
}

/** Sends M on the first channel that is not explored; when there is none, returns to the parent. */
function explore(p: Processor<Message>, state: State): void {
  while (state.explored[state.next]) state.next++
  if (state.next < p.degree) {
    state.explored[state.next] = true
    p.send(state.next, M)
    return
  }
  if (state.parent !== null) p.send(state.parent, PARENT)
  p.terminate()
}
