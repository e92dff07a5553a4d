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
 * Cidon's depth-first search: whoever the token reaches first passes it on and tells its other neighbours at once that
 * it is visited, without waiting for answers. So the token may go to somebody who has seen it, whose ⟨visited⟩ is still
 * under way; the sender learns so from that message and sends the token elsewhere. Cidon 1988.
 */
type Message = { readonly type: 'forward' } | { readonly type: 'visited' } | { readonly type: 'return' }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** The channels to neighbours who are known to have seen the token; those below `next` were all looked at. */
  readonly marked: boolean[]
  next: Channel
  /** The channel to whoever has the token from here; null where nobody has. */
  current: Channel | null
  /** Whether the token came back from somebody, so that it is an inner processor of the tree. */
  isInner: boolean
}

const FORWARD: Message = { type: 'forward' }
const VISITED: Message = { type: 'visited' }
const RETURN: Message = { type: 'return' }

export const cidonDfs: Algorithm<State, Message, Input> = {
  name: 'cidon-dfs',
  title: 'Cidon’s depth-first search',
  summary: 'depth-first search in 2n − 2 units: the token goes on at once, and a step in vain is taken back',
  source: 'Cidon 1988',
  remarks:
    'A token that reaches somebody for the second time counts as its sender’s ⟨visited⟩, and is not sent back.',
  requires: { root: true },
  terminates: true,

  initially: ({ isRoot }) => ({ isRoot, parent: null, marked: [], next: 0, current: null, isInner: false }),

  uponStart(p, state) {
    if (state.isRoot) visit(p, state)
  },

  uponReceiving: {
    forward(p, state, _message, from) {
      if (state.isRoot || state.parent !== null) return noteVisited(p, state, from)
      state.parent = from
      state.marked[from] = true
      visit(p, state)
    },
    visited(p, state, _message, from) {
      noteVisited(p, state, from)
    },
    return(p, state) {
      state.isInner = true
      passOn(p, state)
    },
  },

  bits: { forward: () => 1, visited: () => 1, return: () => 1 },

  claims: {
    messages: [
      // No step is in vain: to the 2(n − 1) steps along the tree comes a ⟨visited⟩ on each channel in each direction, but
      // for that to the parent, and for one of the ⟨forward⟩s that inner processors send first.
      exactly('2m + n - 1 - I', {
        when: unitDelays,
        where: { I: finalQuantity<State>('inner processors of the tree', innerProcessors) },
      }),
      atMost('4m - n + 1'),
    ],
    'messages:return': exactly('n - 1'),
    // Who is reached last is so by time 2n − 3, since its ⟨return⟩ may take one unit more; so may its ⟨visited⟩.
    time: [
      exactly('2n - 2', { when: both(unitDelays, rootAwakeAtZero) }),
      atMost('2n - 2', { when: rootAwakeAtZero }),
      atMost('w + 2n - 2'),
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

/** The token has come for the first time. */
function visit(p: Processor<Message>, state: State): void {
  passOn(p, state)
  for (let channel = 0; channel < p.degree; channel++)
    if (channel !== state.parent && channel !== state.current) p.send(channel, VISITED)
}

/** A neighbour has seen the token before; if it has just been sent there, it was in vain. */
function noteVisited(p: Processor<Message>, state: State, from: Channel): void {
  state.marked[from] = true
  if (from === state.current) passOn(p, state)
}

function passOn(p: Processor<Message>, state: State): void {
  while (state.marked[state.next]) state.next++
  state.current = state.next < p.degree ? state.next : null
  if (state.current !== null) {
    state.marked[state.current] = true
    return p.send(state.current, FORWARD)
  }
  if (state.parent !== null) p.send(state.parent, RETURN)
  p.terminate()
}

function innerProcessors({ states }: ConfigurationView<State>): number {
  return states.filter(({ isInner }) => isInner).length
}
