import {
  type Algorithm,
  atMost,
  type Channel,
  eventually,
  exactly,
  layeredChain,
  type Processor,
  rootAwakeAtZero,
} from '../../engine/index.ts'
import { childrenMatchParents, spanningTree, treeDepth } from './trees.ts'

/**
 * A spanning tree by flooding: M floods the network, each processor answers the first copy with ⟨parent⟩ and
 * every later one with ⟨already⟩. Attiya & Welch, section 2.3, Algorithm 2.
 *
 * As printed, the test for termination follows only the receipt of an answer, so that a leaf never passes it; here
 * it also follows the choice of the parent. Channels are first in, first out: otherwise a copy of M could be
 * overtaken by its sender's own answer and reach a processor that has terminated, and stay unanswered.
 */
type Message = { readonly type: 'M' } | { readonly type: 'parent' } | { readonly type: 'already' }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  readonly children: Channel[]
  others: number
}

const M: Message = { type: 'M' }
const PARENT: Message = { type: 'parent' }
const ALREADY: Message = { type: 'already' }

export const spanningTreeFlood: Algorithm<State, Message, Input> = {
  name: 'spanning-tree-flood',
  title: 'Spanning tree by flooding',
  summary: 'builds a spanning tree from a root by flooding, with ⟨parent⟩ and ⟨already⟩ as answers',
  source: 'Attiya & Welch, section 2.3, Algorithm 2',
  remarks:
    'Channels are first in, first out. Without that a copy of M can be overtaken by its sender’s own answer, reach a processor that has terminated, and stay unanswered.',
  requires: { root: true, fifo: true },
  terminates: true,

  initially: ({ isRoot }) => ({ isRoot, parent: null, children: [], others: 0 }),

  uponStart(p, state) {
    if (!state.isRoot) return
    p.sendToAll(M)
    // Alone, it waits for no answer.
    terminateIfDone(p, state)
  },

  uponReceiving: {
    M(p, state, message, from) {
      if (state.isRoot || state.parent !== null) return p.send(from, ALREADY)
      state.parent = from
      p.send(from, PARENT)
      p.sendToAllExcept(from, message)
      terminateIfDone(p, state)
    },
    parent(p, state, _message, from) {
      state.children.push(from)
      terminateIfDone(p, state)
    },
    already(p, state) {
      state.others++
      terminateIfDone(p, state)
    },
  },

  bits: { M: () => 1, parent: () => 1, already: () => 1 },

  claims: {
    // M crosses as in flooding, and every copy is answered once.
    messages: exactly('2(2m - n + 1)'),
    'messages:M': exactly('2m - n + 1'),
    'messages:parent': exactly('n - 1'),
    'messages:already': exactly('2(m - n + 1)'),
    // M is everywhere by time ecc, its last copies have arrived one unit later, their answers one more.
    time: [atMost('ecc + 2', { when: rootAwakeAtZero }), atMost('w + ecc + 2')],
  },

  properties: {
    spanningTree: eventually(spanningTree),
    childrenMatchParents: eventually(childrenMatchParents),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: layeredChain,
}

function terminateIfDone(p: Processor<Message>, state: State): void {
  const answers = p.degree - (state.isRoot ? 0 : 1)
  if (state.children.length + state.others === answers) p.terminate()
}
