import {
  type Algorithm,
  always,
  atMost,
  both,
  type Channel,
  type ConfigurationView,
  eventually,
  exactly,
  finalQuantity,
  type Processor,
  rootAwakeAtZero,
  slowest,
  unitDelays,
} from '../../engine/index.ts'
import { depthFirstTree, treeDepth } from '../spanning-tree/trees.ts'
import { rootDecidesLast } from '../waves/root-decides-last.ts'

/**
 * Awerbuch's depth-first search: whoever the token reaches first tells all its neighbours that it is visited, and keeps
 * the token until they have answered. So the token never goes to anyone who has seen it, and the search takes O(n)
 * time. Awerbuch 1985.
 */
type Message =
  | { readonly type: 'discover' }
  | { readonly type: 'return' }
  | { readonly type: 'visited' }
  | { readonly type: 'ack' }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** The channels to neighbours who have seen the token; those below `next` were all looked at. */
  readonly marked: boolean[]
  next: Channel
  /** How many answers are missing. */
  waitingFor: number
  /** Whether it has neighbours to tell, other than its parent. */
  tells: boolean
}

const DISCOVER: Message = { type: 'discover' }
const RETURN: Message = { type: 'return' }
const VISITED: Message = { type: 'visited' }
const ACK: Message = { type: 'ack' }

export const awerbuchDfs: Algorithm<State, Message, Input> = {
  name: 'awerbuch-dfs',
  title: 'Awerbuch’s depth-first search',
  summary:
    'depth-first search in linear time: whoever is visited tells its neighbours before the token goes on',
  source: 'Awerbuch 1985',
  remarks:
    '⟨visited⟩ goes to the processor that is discovered next, too, so that the number of messages depends on nothing but m.',
  requires: { root: true },
  terminates: true,

  initially: ({ isRoot }) => ({ isRoot, parent: null, marked: [], next: 0, waitingFor: 0, tells: false }),

  uponStart(p, state) {
    if (state.isRoot) tellNeighbors(p, state)
  },

  uponReceiving: {
    discover(p, state, _message, from) {
      state.parent = from
      state.marked[from] = true
      tellNeighbors(p, state)
    },
    visited(p, state, _message, from) {
      state.marked[from] = true
      p.send(from, ACK)
    },
    ack(p, state) {
      state.waitingFor--
      if (state.waitingFor === 0) passOn(p, state)
    },
    return(p, state) {
      passOn(p, state)
    },
  },

  bits: { discover: () => 1, return: () => 1, visited: () => 1, ack: () => 1 },

  claims: {
    messages: exactly('4m'),
    // All tell all, but not their parent.
    'messages:visited': exactly('2m - n + 1'),
    'messages:ack': exactly('2m - n + 1'),
    'messages:discover': exactly('n - 1'),
    'messages:return': exactly('n - 1'),
    // The token moves 2(n − 1) times, and waits two units for answers at each processor that has somebody to tell.
    time: [
      exactly('2(n - 1) + 2T', {
        when: both(unitDelays, rootAwakeAtZero),
        where: { T: finalQuantity<State>('processors that tell others', tellers) },
      }),
      atMost('4n - 2', { when: rootAwakeAtZero }),
      atMost('w + 4n - 2'),
    ],
  },

  properties: {
    depthFirstTree: eventually((final) => depthFirstTree(final)),
    rootDecidesLast: always(rootDecidesLast, {
      after: (configuration, p) => p !== configuration.instance.root || rootDecidesLast(configuration),
    }),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: () => slowest,
}

function tellNeighbors(p: Processor<Message>, state: State): void {
  state.waitingFor = p.degree - (state.isRoot ? 0 : 1)
  state.tells = state.waitingFor > 0
  if (!state.tells) passOn(p, state)
  else if (state.parent === null) p.sendToAll(VISITED)
  else p.sendToAllExcept(state.parent, VISITED)
}

/** Passes the token to a neighbour that is not visited; when there is none, returns it to the parent. */
function passOn(p: Processor<Message>, state: State): void {
  while (state.marked[state.next]) state.next++
  if (state.next < p.degree) {
    p.send(state.next, DISCOVER)
    state.marked[state.next] = true
    return
  }
  if (state.parent !== null) p.send(state.parent, RETURN)
  p.terminate()
}

function tellers({ states }: ConfigurationView<State>): number {
  return states.filter(({ tells }) => tells).length
}
