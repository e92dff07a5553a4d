import { type Algorithm, exactly, type Processor } from '../../engine/index.ts'
import { electsTheLargest } from './elected.ts'

/**
 * FloodMax: in each of D rounds everyone sends the largest identifier that it knows. After D rounds that is the largest
 * of all. Lynch 1996, section 4.1.
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

export const floodmax: Algorithm<State, Message, Input> = {
  name: 'floodmax',
  title: 'FloodMax',
  summary: 'everyone sends the largest identifier it knows, in as many rounds as the diameter',
  source: 'Lynch 1996, section 4.1',
  requires: { identifiers: true, diameter: true, synchronous: true, initiators: 'together' },
  terminates: true,
  marks: ['decided'],

  initially: ({ id, diameter }) => ({ id, diameter, round: 0, largest: id, elected: null }),

  uponStart(p, state) {
    sendOrDecide(p, state)
  },

  uponRound(p, state, inbox) {
    state.round++
    for (const { message } of inbox) state.largest = Math.max(state.largest, message.id)
    sendOrDecide(p, state)
  },

  bits: { largest: ({ identifier }) => identifier },

  claims: {
    messages: exactly('2m D'),
    time: exactly('D'),
    'time:decided': exactly('D'),
  },

  properties: electsTheLargest,
}

function sendOrDecide(p: Processor<Message>, state: State): void {
  if (state.round < state.diameter) return p.sendToAll({ type: 'largest', id: state.largest })
  state.elected = state.largest === state.id
  p.mark('decided')
  p.terminate()
}
