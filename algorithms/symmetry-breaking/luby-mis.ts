import {
  type Algorithm,
  atLeast,
  atMost,
  type Channel,
  expectedAtMost,
  finalQuantity,
  type Processor,
  type Received,
} from '../../engine/index.ts'
import { maximalIndependentSet, setSize } from './independent-set.ts'

type Message = { readonly type: 'number'; readonly number: number } | { readonly type: 'joins' | 'leaves' }
interface State {
  /** Whether it is in the set; null until it is decided. */
  member: boolean | null
  /** The channels to undecided neighbours. */
  undecided: Channel[]
  number: number
  phase: number
  /** Of this phase. */
  round: number
}

const JOINS: Message = { type: 'joins' }
const LEAVES: Message = { type: 'leaves' }

const P = finalQuantity<State>('phases', ({ states }) =>
  states.reduce((most, { phase }) => Math.max(most, phase), 0),
)

/**
 * A maximal independent set by chance, among processors without identifiers. In a phase of three rounds, whoever is
 * undecided draws a number and compares it with those of its undecided neighbours; the smallest joins the set and says
 * so; its neighbours leave and say so. Of equal numbers none is the smallest. Luby 1986; in this form Métivier, Robson,
 * Saheb-Djahromi & Zemmari 2011.
 *
 * Of the channels between undecided processors, a phase is expected to leave at most half.
 */
export const lubyMis: Algorithm<State, Message, object> = {
  name: 'luby-mis',
  title: 'Luby’s independent set',
  summary: 'a maximal independent set: whoever draws the smallest number of its neighbourhood joins',
  source: 'Luby 1986; Métivier et al. 2011',
  remarks:
    'Processors have no identifiers: of equal numbers, which come about once in 2^53, none is the smallest. Channels between undecided processors halve in a phase, on average, so log2 m + 2 phases are expected to be enough; a processor without undecided neighbours joins at once and takes no phase of its own.',
  requires: { coins: true, synchronous: true, initiators: 'together' },
  terminates: true,

  initially: () => ({ member: null, undecided: [], number: 0, phase: 0, round: 0 }),

  uponStart(p, state) {
    for (let channel = 0; channel < p.degree; channel++) state.undecided.push(channel)
    beginPhase(p, state)
  },

  uponRound(p, state, inbox) {
    state.round++
    if (state.round === 1) {
      if (inbox.every(({ message }) => message.type === 'number' && message.number > state.number))
        decide(p, state, JOINS)
    } else if (state.round === 2) {
      // The neighbours that join know by themselves that this one leaves.
      strike(state, inbox)
      if (inbox.length > 0) decide(p, state, LEAVES)
    } else {
      strike(state, inbox)
      beginPhase(p, state)
    }
  },

  // A number has the 53 bits of a draw.
  bits: { number: () => 53, joins: () => 1, leaves: () => 1 },

  claims: {
    // A phase sends two numbers over each channel between undecided processors; these channels halve.
    messages: expectedAtMost('8m'),
    // Four numbers of 53 bits and two decisions of one for each channel.
    bits: expectedAtMost('214m'),
    'messages:number': [atLeast('2m'), atMost('2m P', { where: { P } }), expectedAtMost('4m')],
    // Over each channel, who decides first tells the other; both do if they leave together.
    'messages:joins+messages:leaves': [atLeast('m'), atMost('2m')],
    // In the last phase the smallest number joins in the first round, and its neighbours leave in the second.
    time: [
      expectedAtMost('3(log2(m) + 2)'),
      atMost('3P', { where: { P } }),
      atLeast('3P - 1', { where: { P } }),
    ],
  },

  properties: maximalIndependentSet,
  columns: { set_size: setSize },
}

/** Draws a number for those who are undecided; where there is none, nobody stands against it. */
function beginPhase(p: Processor<Message>, state: State): void {
  if (state.undecided.length === 0) return decide(p, state, JOINS)
  state.phase++
  state.round = 0
  state.number = p.random()
  sendToUndecided(p, state, { type: 'number', number: state.number })
}

function decide(p: Processor<Message>, state: State, decision: Message): void {
  state.member = decision === JOINS
  sendToUndecided(p, state, decision)
  p.terminate()
}

function sendToUndecided(p: Processor<Message>, { undecided }: State, message: Message): void {
  for (const channel of undecided) p.send(channel, message)
}

/** Strikes off the neighbours that have decided. */
function strike(state: State, decided: readonly Received<Message>[]): void {
  if (decided.length === 0) return
  const channels = new Set(decided.map(({ from }) => from))
  state.undecided = state.undecided.filter((channel) => !channels.has(channel))
}
