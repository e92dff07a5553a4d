import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  eventually,
  everyProcessor,
  exactly,
  type Processor,
  rootAwakeAtZero,
  slowest,
  unitDelays,
} from '../../engine/index.ts'
import { TOKEN, type Token } from './token.ts'

/**
 * A token walks a given spanning tree in depth-first order, down and up each of its channels once, and comes back to
 * the root. Santoro 2007, section 2.3.
 */
type Input = {
  readonly isRoot: boolean
  readonly parent: Channel | null
  readonly children: readonly Channel[]
}
interface State {
  readonly isRoot: boolean
  readonly parent: Channel | null
  readonly children: readonly Channel[]
  /** How many of its children the token has been sent to; −1 before it has come. */
  visited: number
}

export const treeTraversal: Algorithm<State, Token, Input> = {
  name: 'tree-traversal',
  title: 'Traversal of a tree',
  summary: 'a token walks a given spanning tree in depth-first order',
  source: 'Santoro 2007, section 2.3',
  requires: { root: true, spanningTree: true },
  terminates: true,

  initially: ({ isRoot, parent, children }) => ({ isRoot, parent, children, visited: -1 }),

  uponStart(p, state) {
    if (state.isRoot) pass(p, state)
  },

  uponReceiving: {
    token(p, state) {
      pass(p, state)
    },
  },

  bits: { token: () => 1 },

  claims: {
    // Down and up each channel of the tree, one after the other.
    messages: exactly('2(n - 1)'),
    time: [
      exactly('2(n - 1)', { when: both(unitDelays, rootAwakeAtZero) }),
      atMost('2(n - 1)', { when: rootAwakeAtZero }),
      atMost('w + 2(n - 1)'),
    ],
  },

  properties: {
    everyoneVisited: eventually(
      everyProcessor(
        ({ visited, children }) => visited === children.length,
        'has sent the token to all its children',
      ),
    ),
  },

  worstDelays: () => slowest,
}

/** Passes the token to the next child, and when there is none to the parent. */
function pass(p: Processor<Token>, state: State): void {
  state.visited++
  const channel = state.children[state.visited] ?? state.parent
  if (channel !== null) p.send(channel, TOKEN)
  if (state.visited === state.children.length) p.terminate()
}
