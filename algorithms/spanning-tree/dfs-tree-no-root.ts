import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  type ConfigurationView,
  eventually,
  exactly,
  exactlyOne,
  oneInitiator,
  order,
  type Processor,
  slowest,
  unitDelays,
} from '../../engine/index.ts'
import { depthFirstTree } from './trees.ts'

/**
 * A depth-first spanning tree without a given root: everyone who wakes by itself starts a search under its own
 * identifier, and the search of the largest wins. Attiya & Welch, section 2.5, Algorithm 4.
 *
 * Unlike in Algorithm 3, who answers ⟨already⟩ does not strike the channel off its own list. Only the winner
 * terminates; the others do not learn that it is over.
 */
type Message =
  | { readonly type: 'leader'; readonly id: number }
  | { readonly type: 'already'; readonly id: number }
  | { readonly type: 'parent'; readonly id: number }
type Input = { readonly id: number }
interface State {
  readonly id: number
  initiated: boolean
  isLeader: boolean
  /** The largest identifier whose search has come by; −1 before any has. */
  leader: number
  parent: Channel | null
  children: Channel[]
  /** The channels that need no exploring; those below `next` were all looked at. */
  explored: boolean[]
  next: Channel
}

export const dfsTreeNoRoot: Algorithm<State, Message, Input> = {
  name: 'dfs-tree-no-root',
  title: 'Depth-first tree without a root',
  summary: 'every processor that wakes by itself starts a depth-first search; the largest identifier wins',
  source: 'Attiya & Welch, section 2.5, Algorithm 4',
  requires: { identifiers: true },
  terminates: false,
  wokenByMessage: 'joins',

  initially: ({ id }) => ({
    id,
    initiated: false,
    isLeader: false,
    leader: -1,
    parent: null,
    children: [],
    explored: [],
    next: 0,
  }),

  uponStart(p, state) {
    state.initiated = true
    state.leader = state.id
    explore(p, state)
  },

  uponReceiving: {
    leader(p, state, message, from) {
      if (message.id > state.leader) {
        state.leader = message.id
        state.parent = from
        state.children = []
        state.explored = []
        state.explored[from] = true
        state.next = 0
        explore(p, state)
      } else if (message.id === state.leader) p.send(from, { type: 'already', id: state.leader })
    },
    already(p, state, { id }) {
      if (id === state.leader) explore(p, state)
    },
    parent(p, state, { id }, from) {
      if (id !== state.leader) return
      state.children.push(from)
      explore(p, state)
    },
  },

  bits: {
    leader: ({ identifier }) => identifier,
    already: ({ identifier }) => identifier,
    parent: ({ identifier }) => identifier,
  },

  claims: {
    // In one search, ⟨leader⟩ crosses tree channels once and all others twice, and each copy is answered.
    messages: [exactly('4m - 2n + 2', { when: oneInitiator }), atMost('k(4m - 2n + 2)'), order('n m')],
    // Nothing delays the search of the largest identifier, which has one message in transit at a time.
    time: [exactly('4m - 2n + 2', { when: both(oneInitiator, unitDelays) }), atMost('w + 4m - 2n + 2')],
  },

  properties: {
    oneLeader: eventually(exactlyOne((state) => state.isLeader, 'leaders')),
    largestInitiatorWins: eventually(largestInitiatorWins),
    depthFirstTree: eventually((final) =>
      depthFirstTree(
        final,
        final.states.findIndex((state) => state.isLeader),
      ),
    ),
  },

  worstDelays: () => slowest,
}

/** Sends ⟨leader⟩ on the first channel that is not explored; when there is none, returns or, at the start, ends. */
function explore(p: Processor<Message>, state: State): void {
  while (state.explored[state.next]) state.next++
  if (state.next < p.degree) {
    state.explored[state.next] = true
    p.send(state.next, { type: 'leader', id: state.leader })
  } else if (state.parent !== null) p.send(state.parent, { type: 'parent', id: state.leader })
  else {
    state.isLeader = true
    p.terminate()
  }
}

function largestInitiatorWins({ states }: ConfigurationView<State>): true | string {
  const largest = states.reduce((max, { id, initiated }) => (initiated && id > max ? id : max), -1)
  const wrong = states.findIndex(({ leader }) => leader !== largest)
  return (
    wrong < 0 ||
    `p_${wrong} takes ${states[wrong]!.leader} for the leader; the largest initiator is ${largest}`
  )
}
