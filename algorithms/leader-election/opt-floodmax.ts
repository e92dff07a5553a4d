import { type Algorithm, atLeast, atMost, exactly, type Processor } from '../../engine/index.ts'
import { electsTheLargest } from './elected.ts'

/**
 * OptFloodMax: FloodMax in which only news is sent. Whoever learns of a larger identifier sends it in the next round; after
 * D rounds everyone knows the largest. Lynch 1996, section 4.1.
 */
type Message = { readonly type: 'largest'; readonly id: number }
type Input = { readonly id: number; readonly diameter: number }
interface State {
  readonly id: number
  readonly diameter: number
  round: number
  largest: number
  elected: boolean | null
}

export const optFloodmax: Algorithm<State, Message, Input> = {
  name: 'opt-floodmax',
  title: 'OptFloodMax',
  summary: 'FloodMax in which everyone sends an identifier only when it is new to it',
  source: 'Lynch 1996, section 4.1',
  requires: { identifiers: true, diameter: true, synchronous: true, initiators: 'together' },
  terminates: true,
  marks: ['decided'],

  initially: ({ id, diameter }) => ({ id, diameter, round: 0, largest: id, elected: null }),

  uponStart(p, state) {
    sendOrDecide(p, state, true)
  },

  uponRound(p, state, inbox) {
    state.round++
    const before = state.largest
    for (const { message } of inbox) state.largest = Math.max(state.largest, message.id)
    sendOrDecide(p, state, state.largest > before)
  },

  bits: { largest: ({ identifier }) => identifier },

  claims: {
    // Everyone sends its own identifier, and can learn of news in no more than the D − 1 rounds after that.
    messages: [atMost('2m D'), atLeast('2m')],
    time: atMost('D'),
    'time:decided': exactly('D'),
  },

  properties: electsTheLargest,

  // Along a path or a ring, everyone then learns of a larger identifier in each round.
  worstIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
}

function sendOrDecide(p: Processor<Message>, state: State, isNew: boolean): void {
  if (state.round === state.diameter) {
    state.elected = state.largest === state.id
    p.mark('decided')
    p.terminate()
  } else if (isNew) p.sendToAll({ type: 'largest', id: state.largest })
}
