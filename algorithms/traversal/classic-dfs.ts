import { type Algorithm, type Channel, eventually, type Processor, slowest } from '../../engine/index.ts'
import { depthFirstTree, treeDepth } from '../spanning-tree/trees.ts'
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
 * The classical depth-first search: Tarry's traversal with one more rule, that the token goes straight back along the
 * channel by which it came, where Tarry's rules allow it. Cheung 1983; Tel 2000, section 6.4.
 */
type Input = { readonly isRoot: boolean }

export const classicDfs: Algorithm<WalkState, Token, Input> = {
  name: 'classic-dfs',
  title: 'Classical depth-first search',
  summary: 'Tarry’s traversal where the token turns back from whoever has seen it before',
  source: 'Cheung 1983; Tel 2000, section 6.4',
  requires: { root: true },
  terminates: true,

  initially: walkState,

  uponStart(p, state) {
    if (state.isRoot) pass(p, state, null)
  },

  uponReceiving: {
    token(p, state, _message, from) {
      if (!state.isRoot) state.parent ??= from
      pass(p, state, from)
    },
  },

  bits: { token: () => 1 },

  claims: walkClaims,

  properties: {
    depthFirstTree: eventually((final) => depthFirstTree(final)),
    everyChannelBothWays: eventually(everyChannelBothWays),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: () => slowest,
}

function pass(p: Processor<Token>, state: WalkState, from: Channel | null): void {
  const back = from !== null && from !== state.parent && !state.used[from]
  const channel = back ? from : wayOn(p.degree, state)
  if (channel !== null) {
    state.used[channel] = true
    p.send(channel, TOKEN)
  }
  // To the parent it goes last, and at the root it stays when it has crossed every channel.
  if (channel === state.parent) p.terminate()
}
