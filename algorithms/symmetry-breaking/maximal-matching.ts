import {
  type Algorithm,
  atLeast,
  atMost,
  type Channel,
  expectedAtMost,
  finalQuantity,
  type Instance,
  type Processor,
  type Received,
} from '../../engine/index.ts'
import { isMaximalMatching, pairs } from './matching.ts'

type Message = { readonly type: 'number'; readonly number: number } | { readonly type: 'points' | 'matched' }
type Input = { readonly id: number; readonly neighborIds: readonly number[] }
interface State {
  readonly id: number
  readonly neighborIds: readonly number[]
  /** The channel to whom it is matched; null if it is not. */
  partner: Channel | null
  /** Where it points in this phase. */
  choice: Channel
  /** The numbers of the channels to free neighbours that it drew. */
  draws: { readonly channel: Channel; readonly number: number }[]
  free: Channel[]
  phase: number
  /** Of this phase. */
  round: number
}

const POINTS: Message = { type: 'points' }
const MATCHED: Message = { type: 'matched' }

const P = finalQuantity<State>('phases', ({ states }) =>
  states.reduce((most, { phase }) => Math.max(most, phase), 0),
)
const M = finalQuantity<State>('matched pairs', pairs)
const touching = {
  description: 'pairs of channels with a common end, Σ deg(deg − 1)/2',
  value({ network }: Instance): number {
    let pairs = 0
    for (let p = 0; p < network.n; p++) pairs += (network.degree(p) * (network.degree(p) - 1)) / 2
    return pairs
  },
}

/**
 * A maximal matching by chance: the independent set of Luby, of channels instead of processors. In a phase of three
 * rounds, the smaller end of each channel between processors that are free draws its number; everyone points at its
 * channel of the smallest number; two who point at each other are matched and tell their other free neighbours. In this
 * form after Luby 1986; Israeli & Itai 1986 have another rule for proposals.
 */
export const maximalMatching: Algorithm<State, Message, Input> = {
  name: 'maximal-matching',
  title: 'Maximal matching by chance',
  summary: 'a maximal matching: channels draw numbers, and the smallest of their neighbourhood are matched',
  source: 'after Luby 1986; Israeli & Itai 1986',
  requires: {
    identifiers: true,
    neighborIdentifiers: true,
    coins: true,
    synchronous: true,
    initiators: 'together',
  },
  terminates: true,

  initially: ({ id, neighborIds }) => ({
    id,
    neighborIds,
    partner: null,
    choice: 0,
    draws: [],
    free: neighborIds.map((_, channel) => channel),
    phase: 0,
    round: 0,
  }),

  uponStart: beginPhase,

  uponRound(p, state, inbox) {
    state.round++
    if (state.round === 1) point(p, state, inbox)
    else if (state.round === 2) {
      if (inbox.some(({ from }) => from === state.choice)) match(p, state)
    } else {
      const matched = inbox.map(({ from }) => from)
      state.free = state.free.filter((channel) => !matched.includes(channel))
      beginPhase(p, state)
    }
  },

  // A number has the 53 bits of a draw.
  bits: { number: () => 53, points: () => 1, matched: () => 1 },

  claims: {
    'messages:number': [atLeast('m'), atMost('m P', { where: { P } })],
    'messages:points': atMost('n P', { where: { P } }),
    // Over each channel that is not matched, who is matched first tells the other; both do if it is in one phase.
    'messages:matched': [atLeast('m - M', { where: { M } }), atMost('2(m - M)', { where: { M } })],
    // In the last phase the channel of the smallest number is matched in the second round.
    time: [
      // Pairs of channels with a common end halve; then one more phase matches what is left.
      expectedAtMost('3(log2(max(1, S)) + 3)', { where: { S: touching } }),
      atMost('3P', { where: { P } }),
      atLeast('3P - 1', { where: { P } }),
    ],
  },

  properties: isMaximalMatching,

  columns: { pairs: { description: 'how many pairs are matched', read: pairs } },
}

/** Draws the numbers of the channels of which it is the smaller end. */
function beginPhase(p: Processor<Message>, state: State): void {
  if (state.free.length === 0) return p.terminate()
  state.phase++
  state.round = 0
  state.draws = state.free
    .filter((channel) => state.id < state.neighborIds[channel]!)
    .map((channel) => ({ channel, number: p.random() }))
  for (const { channel, number } of state.draws) p.send(channel, { type: 'number', number })
}

/** Points at the channel of the smallest number; of equal ones at the first. */
function point(p: Processor<Message>, state: State, inbox: readonly Received<Message>[]): void {
  const came = inbox.map(({ message, from }) => ({
    channel: from,
    number: message.type === 'number' ? message.number : 1,
  }))
  state.choice = [...state.draws, ...came].reduce((a, b) => (b.number < a.number ? b : a)).channel
  p.send(state.choice, POINTS)
}

function match(p: Processor<Message>, state: State): void {
  state.partner = state.choice
  for (const channel of state.free) if (channel !== state.choice) p.send(channel, MATCHED)
  p.terminate()
}
