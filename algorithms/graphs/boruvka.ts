import {
  type Algorithm,
  always,
  atMost,
  type Channel,
  eventually,
  exactly,
  finalQuantity,
  order,
  type Processor,
  type Received,
} from '../../engine/index.ts'
import { type Mark, markBranch, markedWeight, marksNoOther, marksTheTree } from './minimum-tree.ts'
import { identifierBits, weightBits } from './weight-bits.ts'

type Message =
  | { readonly type: 'fragment'; readonly name: number }
  | { readonly type: 'lightest'; readonly weight: number }
  | { readonly type: 'join' }
  | { readonly type: 'name'; readonly name: number }
type Input = { readonly id: number; readonly n: number }
interface State {
  readonly n: number
  /** The least identifier of its fragment. */
  name: number
  marks: Mark[]
  branches: Channel[]
  /** Of its own outgoing channels the lightest. */
  outgoing: Channel | null
  /** The least weight of an outgoing channel of its fragment that it has heard of. */
  lightest: number | null
  round: number
}
type P = Processor<Message>
type Inbox = readonly Received<Message>[]

const phases = finalQuantity<State>('phases in which fragments join', ({ states }) => phasesOf(states[0]!))

/**
 * Borůvka's minimum spanning tree in rounds, by flooding. A phase has 2n rounds: processors tell each other their
 * fragments, flood the weight of the lightest outgoing channel through each fragment, join over it, and flood the least
 * name through what has become one. Whoever knows n needs no answers: n − 1 rounds are enough to flood any fragment.
 * Borůvka 1926; Lynch 1996, section 4.4.
 */
export const boruvka: Algorithm<State, Message, Input> = {
  name: 'boruvka',
  title: 'Borůvka by flooding',
  summary: 'the minimum spanning tree in rounds, in phases of 2n: every fragment joins another in each',
  source: 'Borůvka 1926; Lynch 1996, section 4.4',
  requires: { identifiers: true, size: true, weights: 'distinct', synchronous: true, initiators: 'together' },
  terminates: true,
  marks: ['done'],

  initially: ({ id, n }) => ({
    n,
    name: id,
    marks: [],
    branches: [],
    outgoing: null,
    lightest: null,
    round: 0,
  }),

  uponStart(p, state) {
    state.marks = Array.from({ length: p.degree }, () => 'basic')
    beginPhase(p, state)
  },

  uponRound(p, state, inbox) {
    const { n } = state
    const time = ++state.round % (2 * n)
    if (time === 1) lookOut(p, state, inbox)
    if (time > 1 && time <= n) hearOfLightest(p, state, inbox)
    if (time === n) decide(p, state)
    if (time === n + 1) join(p, state, inbox)
    if (time > n + 1 || time === 0) hearOfName(p, state, inbox)
    if (time === 0) beginPhase(p, state)
  },

  bits: {
    fragment: ({ identifier }) => identifier,
    lightest: ({ weight }) => weight,
    join: () => 1,
    name: ({ identifier }) => identifier,
  },

  claims: {
    // In each phase a channel is asked for twice at most, and in each of 2n rounds one of the tree carries two messages.
    messages: [atMost('2m(P + 1) + 4n(n - 1) P', { where: { P: phases } }), order('(m + n^2) log2(n)')],
    'messages:fragment': atMost('2m(P + 1)', { where: { P: phases } }),
    // Each phase at least halves the number of fragments.
    'messages:join': atMost('2(n - 1)'),
    'time:done': exactly('2n P + n', { where: { P: phases } }),
    time: atMost('2n floor(log2(n)) + 1'),
    // In each round a channel carries one message in each direction.
    'bits:load': atMost('max(B, I)', { where: { B: weightBits, I: identifierBits } }),
    'column:phases': atMost('floor(log2(n))'),
    'column:weight': exactly('mst'),
  },

  properties: {
    marksNoOther: always(marksNoOther),
    marksTheTree: eventually(marksTheTree),
  },

  columns: {
    phases: {
      description: 'the phases in which fragments join',
      read: ({ states }) => phasesOf(states[0] as State),
    },
    weight: { description: 'what the tree weighs', read: markedWeight },
  },
}

/** The last phase is that in which nothing is left to join. */
const phasesOf = ({ round, n }: State): number => Math.floor(round / (2 * n))

/** Tells the neighbours that may be in other fragments the name of its own. */
function beginPhase(p: P, state: State): void {
  state.outgoing = null
  state.lightest = null
  const message: Message = { type: 'fragment', name: state.name }
  for (let channel = 0; channel < p.degree; channel++)
    if (state.marks[channel] === 'basic') p.send(channel, message)
}

/** Finds its lightest outgoing channel, and tells its fragment. */
function lookOut(p: P, state: State, inbox: Inbox): void {
  for (const { message, from } of inbox) {
    if (message.type !== 'fragment') continue
    if (message.name === state.name) state.marks[from] = 'rejected'
    else if (state.lightest === null || p.weight(from) < state.lightest) {
      state.outgoing = from
      state.lightest = p.weight(from)
    }
  }
  if (state.lightest !== null) sendOn(p, state.branches, { type: 'lightest', weight: state.lightest })
}

function hearOfLightest(p: P, state: State, inbox: Inbox): void {
  let better: Channel | null = null
  for (const { message, from } of inbox)
    if (message.type === 'lightest' && (state.lightest === null || message.weight < state.lightest)) {
      state.lightest = message.weight
      better = from
    }
  if (better !== null && state.round % (2 * state.n) < state.n)
    sendOn(p, state.branches, { type: 'lightest', weight: state.lightest! }, better)
}

/** A fragment without an outgoing channel is the tree. The one whose channel is the lightest joins over it. */
function decide(p: P, state: State): void {
  const { outgoing, lightest } = state
  if (lightest === null) {
    p.mark('done')
    p.terminate()
  } else if (outgoing !== null && p.weight(outgoing) === lightest) {
    markBranch(state, outgoing)
    p.send(outgoing, { type: 'join' })
  } else state.outgoing = null
}

/** Over each new channel of the tree, either end tells the other the name of its fragment. */
function join(p: P, state: State, inbox: Inbox): void {
  const joined = new Set(state.outgoing === null ? [] : [state.outgoing])
  for (const { from } of inbox) {
    markBranch(state, from)
    joined.add(from)
  }
  for (const channel of joined) p.send(channel, { type: 'name', name: state.name })
}

function hearOfName(p: P, state: State, inbox: Inbox): void {
  let better: Channel | null = null
  for (const { message, from } of inbox)
    if (message.type === 'name' && message.name < state.name) {
      state.name = message.name
      better = from
    }
  if (better !== null && state.round % (2 * state.n) !== 0)
    sendOn(p, state.branches, { type: 'name', name: state.name }, better)
}

function sendOn(p: P, channels: readonly Channel[], message: Message, except: Channel = -1): void {
  for (const channel of channels) if (channel !== except) p.send(channel, message)
}
