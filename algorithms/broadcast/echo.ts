import {
  type Algorithm,
  always,
  atLeast,
  atMost,
  both,
  type Channel,
  eventually,
  exactly,
  layeredChain,
  rootAwakeAtZero,
  unitDelays,
} from '../../engine/index.ts'
import { spanningTree, treeDepth } from '../spanning-tree/trees.ts'
import { rootDecidesLast } from '../waves/root-decides-last.ts'

/**
 * The echo algorithm: a wave from the root reaches everyone and comes back, so that the root knows when it is over.
 * Chang 1982; Segall 1983. Each processor forwards the first token that reaches it, and when one has come over each
 * of its channels, it returns one to where the first came from.
 */
type Message = { readonly type: 'token' }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** How many tokens have come. */
  received: number
}

const TOKEN: Message = { type: 'token' }

export const echo: Algorithm<State, Message, Input> = {
  name: 'echo',
  title: 'Echo',
  summary: 'a wave from the root reaches everyone and comes back to it',
  source: 'Chang 1982; Segall 1983',
  requires: { root: true },
  terminates: true,

  initially: ({ isRoot }) => ({ isRoot, parent: null, received: 0 }),

  uponStart(p, state) {
    if (!state.isRoot) return
    p.sendToAll(TOKEN)
    // Alone, it waits for nobody.
    if (p.degree === 0) p.terminate()
  },

  uponReceiving: {
    token(p, state, message, from) {
      if (!state.isRoot && state.parent === null) {
        state.parent = from
        p.sendToAllExcept(from, message)
      }
      state.received++
      if (state.received < p.degree) return
      if (state.parent !== null) p.send(state.parent, message)
      p.terminate()
    },
  },

  bits: { token: () => 1 },

  claims: {
    // Each channel carries one token in each direction.
    messages: exactly('2m'),
    // Going out, tokens have crossed every channel by ecc + 1; coming back, they climb a tree that can be n − 1 deep,
    // since it need not be breadth-first. With unit delays it is.
    time: [
      atMost('2ecc + 1', { when: both(unitDelays, rootAwakeAtZero) }),
      atLeast('2ecc', { when: both(unitDelays, rootAwakeAtZero) }),
      atMost('ecc + n', { when: rootAwakeAtZero }),
      atMost('w + ecc + n'),
    ],
  },

  properties: {
    spanningTree: eventually(spanningTree),
    rootDecidesLast: always(rootDecidesLast, {
      // Nobody starts again, so only the event in which the root decides can break it.
      after: (configuration, p) => p !== configuration.instance.root || rootDecidesLast(configuration),
    }),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  // On a complete graph all are reached at 1, in a chain, have all tokens at 2, and return theirs one after the other.
  worstDelays: layeredChain,
}
