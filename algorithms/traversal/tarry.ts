import { type Algorithm, eventually, type Processor, slowest } from '../../engine/index.ts'
import { spanningTree, treeDepth } from '../spanning-tree/trees.ts'
import {
  everyChannelBothWays,
  TOKEN,
  type Token,
  type WalkState,
  walkClaims,
  walkState,
  wayOn,
} from './token.ts'

/**
 * Tarry's traversal: a token walks the network from the root and comes back, with two rules: never along a channel
 * twice in one direction, and to where it first came from only when there is no other way. Tarry 1895.
 *
 * It can only end at the root: everywhere else it has come once more than it has left. There all channels are used, and
 * from the root on, along the way on which the token reached each processor first, the same is true of everyone.
 */
type Input = { readonly isRoot: boolean }

export const tarry: Algorithm<WalkState, Token, Input> = {
  name: 'tarry',
  title: 'Tarry’s traversal',
  summary: 'a token crosses every channel once in each direction and comes back to the root',
  source: 'Tarry 1895; Tel 2000, section 6.3',
  requires: { root: true },
  terminates: true,

  initially: walkState,

  uponStart(p, state) {
    if (state.isRoot) pass(p, state)
  },

  uponReceiving: {
    token(p, state, _message, from) {
      if (!state.isRoot) state.parent ??= from
      pass(p, state)
    },
  },

  bits: { token: () => 1 },

  claims: walkClaims,

  properties: {
    spanningTree: eventually(spanningTree),
    everyChannelBothWays: eventually(everyChannelBothWays),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: () => slowest,
}

function pass(p: Processor<Token>, state: WalkState): void {
  const channel = wayOn(p.degree, state)
  if (channel !== null) {
    state.used[channel] = true
    p.send(channel, TOKEN)
  }
  // To the parent it goes last, and at the root it stays when it has crossed every channel.
  if (channel === state.parent) p.terminate()
}
