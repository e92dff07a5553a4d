import {
  type Algorithm,
  always,
  atMost,
  type Channel,
  type ConfigurationView,
  eventually,
  exactly,
  type Finding,
  order,
  type Processor,
  rootAwakeAtZero,
  slowest,
} from '../../engine/index.ts'
import { breadthFirstTree, treeDepth } from './trees.ts'

/**
 * Breadth-first search layer by layer: in phase d the root's ⟨go⟩ travels down the tree to depth d, whose processors
 * explore their other channels, and ⟨up⟩ comes back and says whether they found anybody. The tree is breadth-first whatever
 * the delays, and the root knows when it is complete. Gallager 1982; Peleg 2000, section 5.2.
 */
type Message =
  | { readonly type: 'go' }
  | { readonly type: 'explore'; readonly distance: number }
  | { readonly type: 'child' }
  | { readonly type: 'no' }
  | { readonly type: 'up'; readonly found: boolean }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** From the root; −1 before it is in the tree. */
  distance: number
  /** The channels to children below whom the last phase found somebody. */
  active: Channel[]
  /** The channels to neighbours who are known to be in the tree. */
  readonly known: boolean[]
  explored: boolean
  /** How many answers are missing in this phase, and whether one was that somebody was found. */
  waitingFor: number
  found: boolean
  /** Whether it is the root and knows that the tree is complete. */
  isOver: boolean
}

const GO: Message = { type: 'go' }
const CHILD: Message = { type: 'child' }
const NO: Message = { type: 'no' }

export const bfsLayeredAsync: Algorithm<State, Message, Input> = {
  name: 'bfs-layered-async',
  title: 'Breadth-first tree layer by layer',
  summary: 'builds a breadth-first spanning tree from a root, one layer after the other',
  source: 'Gallager 1982; Peleg 2000, section 5.2',
  remarks: 'The root alone knows when it is over; to tell the others would take n − 1 messages more.',
  requires: { root: true },
  // The root knows that it is over; the others may still be asked.
  terminates: false,

  initially: ({ isRoot }) => ({
    isRoot,
    parent: null,
    distance: isRoot ? 0 : -1,
    active: [],
    known: [],
    explored: false,
    waitingFor: 0,
    found: false,
    isOver: false,
  }),

  uponStart(p, state) {
    if (state.isRoot) beginPhase(p, state)
  },

  uponReceiving: {
    go(p, state) {
      beginPhase(p, state)
    },
    explore(p, state, { distance }, from) {
      state.known[from] = true
      if (state.distance >= 0) return p.send(from, NO)
      state.parent = from
      state.distance = distance + 1
      p.send(from, CHILD)
    },
    child(p, state, _message, from) {
      state.active.push(from)
      countAnswer(p, state, true)
    },
    no(p, state) {
      countAnswer(p, state, false)
    },
    up(p, state, { found }, from) {
      if (!found) state.active = state.active.filter((channel) => channel !== from)
      countAnswer(p, state, found)
    },
  },

  bits: { go: () => 1, explore: ({ count }) => count, child: () => 1, no: () => 1, up: () => 1 },

  claims: {
    messages: [
      // ⟨explore⟩ crosses a channel at most once in each direction and is answered; ⟨go⟩ and ⟨up⟩ cross a channel of the
      // tree at most once in each of the phases 1 … ecc.
      atMost('4m + 2(n - 1)ecc'),
      order('m + n D'),
    ],
    'messages:child': exactly('n - 1'),
    // Phase d takes d units down, two for exploring, d up.
    time: [atMost('(ecc + 1)(ecc + 2)', { when: rootAwakeAtZero }), atMost('w + (ecc + 1)(ecc + 2)')],
  },

  properties: {
    breadthFirstTree: eventually(breadthFirstTree),
    rootKnows: eventually(
      ({ instance, states }) => states[instance.root]!.isOver || 'the root does not know that it is over',
    ),
    neverKnowsTooEarly: always(neverTooEarly, {
      after: (configuration, p) => p !== configuration.instance.root || neverTooEarly(configuration),
    }),
  },

  columns: {
    tree_depth: { description: 'depth of the tree that was built', read: (final) => treeDepth(final) },
  },

  worstDelays: () => slowest,
}

/** Explores, the first time; later sends ⟨go⟩ where the last phase found somebody. */
function beginPhase(p: Processor<Message>, state: State): void {
  state.found = false
  if (state.explored) {
    state.waitingFor = state.active.length
    for (const child of state.active) p.send(child, GO)
    return
  }
  state.explored = true
  for (let channel = 0; channel < p.degree; channel++)
    if (!state.known[channel]) {
      p.send(channel, { type: 'explore', distance: state.distance })
      state.waitingFor++
    }
  if (state.waitingFor === 0) endPhase(p, state)
}

function countAnswer(p: Processor<Message>, state: State, found: boolean): void {
  state.found ||= found
  state.waitingFor--
  if (state.waitingFor === 0) endPhase(p, state)
}

function endPhase(p: Processor<Message>, state: State): void {
  if (state.parent !== null) p.send(state.parent, { type: 'up', found: state.found })
  else if (state.found) beginPhase(p, state)
  else {
    state.isOver = true
    p.terminate()
  }
}

function neverTooEarly(configuration: ConfigurationView<State>): Finding {
  const { instance, states } = configuration
  return !states[instance.root]!.isOver || breadthFirstTree(configuration)
}
