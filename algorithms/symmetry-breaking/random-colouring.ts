import {
  type Algorithm,
  atLeast,
  atMost,
  type Channel,
  exactly,
  expectedAtMost,
  finalQuantity,
  type Processor,
} from '../../engine/index.ts'
import { colourCount, leastFree, properColouring } from './colouring.ts'

type Message =
  | { readonly type: 'tries'; readonly colour: number }
  | { readonly type: 'keeps'; readonly colour: number }
interface State {
  colour: number | null
  trial: number
  /** The channels to neighbours without a colour, and the colours of the others. */
  uncoloured: Channel[]
  readonly taken: number[]
  phase: number
}

const P = finalQuantity<State>('phases', ({ states }) =>
  states.reduce((most, { phase }) => Math.max(most, phase), 0),
)

/**
 * Δ + 1 colours by chance, among processors without identifiers. In a phase of two rounds, whoever has no colour tries
 * one of 0 … degree that none of its neighbours has, and keeps it unless a neighbour tries the same. Johansson 1999.
 *
 * A trial succeeds with probability 1/4 at least: on average over the colours, fewer than one neighbour would collide,
 * and each does with probability 1/2 at most.
 */
export const randomColouring: Algorithm<State, Message, object> = {
  name: 'random-colouring',
  title: 'Colouring by trial',
  summary: 'Δ + 1 colours: each processor tries free colours by chance until no neighbour tries the same',
  source: 'Johansson 1999',
  requires: { coins: true, synchronous: true, initiators: 'together' },
  terminates: true,

  initially: () => ({ colour: null, trial: 0, uncoloured: [], taken: [], phase: 0 }),

  uponStart(p, state) {
    for (let channel = 0; channel < p.degree; channel++) state.uncoloured.push(channel)
    beginPhase(p, state)
  },

  uponRound(p, state, inbox) {
    // Trials come from all uncoloured neighbours together; in the round after, some or none of them keep theirs.
    if (inbox[0]?.message.type === 'tries') {
      if (inbox.every(({ message }) => message.colour !== state.trial)) keep(p, state, state.trial)
      return
    }
    for (const { message } of inbox) state.taken.push(message.colour)
    const coloured = inbox.map(({ from }) => from)
    state.uncoloured = state.uncoloured.filter((channel) => !coloured.includes(channel))
    beginPhase(p, state)
  },

  // A colour is at most the number of neighbours, so less than n.
  bits: { tries: ({ count }) => count, keeps: ({ count }) => count },

  claims: {
    // A channel is between two without a colour after a phase with probability 3/4 at most, so it sees four on average.
    messages: expectedAtMost('10m'),
    'messages:tries': [atLeast('2m'), atMost('2m P', { where: { P } }), expectedAtMost('8m')],
    // Over each channel, who keeps a colour first tells the other; both do if it is in the same phase.
    'messages:keeps': [atLeast('m'), atMost('2m')],
    time: [expectedAtMost('2(ln(n)/ln(4/3) + 4)'), exactly('2P', { where: { P } })],
  },

  properties: properColouring,
  columns: { colours: colourCount },
}

/** Tries a free colour; where no neighbour is without one, nobody can collide. */
function beginPhase(p: Processor<Message>, state: State): void {
  if (state.uncoloured.length === 0) return keep(p, state, leastFree(state.taken))
  state.phase++
  const free = Array.from({ length: p.degree + 1 }, (_, colour) => colour).filter(
    (colour) => !state.taken.includes(colour),
  )
  state.trial = free[Math.floor(p.random() * free.length)]!
  sendToUncoloured(p, state, { type: 'tries', colour: state.trial })
}

function keep(p: Processor<Message>, state: State, colour: number): void {
  state.colour = colour
  sendToUncoloured(p, state, { type: 'keeps', colour })
  p.terminate()
}

function sendToUncoloured(p: Processor<Message>, { uncoloured }: State, message: Message): void {
  for (const channel of uncoloured) p.send(channel, message)
}
