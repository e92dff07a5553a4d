import {
  type Algorithm,
  exactly,
  expected,
  finalQuantity,
  LEFT,
  type Processor,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'

/**
 * A randomised election on an anonymous synchronous ring of known size: everyone picks 2 with probability 1/n, else 1,
 * and hears the picks of all; a single 2 is elected, else all pick again. Attiya & Welch, section 14.1.
 */
type Message = { readonly type: 'pick'; readonly pick: 1 | 2 }
type Input = { readonly n: number }
interface State {
  readonly n: number
  pick: 1 | 2
  iteration: number
  /** How many picks of this iteration have come, and how many of them were 2. */
  heard: number
  twos: number
  elected: boolean | null
}

const I = finalQuantity<State>('the iterations', ({ states }) => states[0]!.iteration)

export const anonymousSyncRandom: Algorithm<State, Message, Input> = {
  name: 'anonymous-sync-random',
  title: 'Anonymous election by picks',
  summary: 'on an anonymous synchronous ring of known size, all pick 1 or 2 until one alone has picked 2',
  source: 'Attiya & Welch, section 14.1',
  requires: {
    size: true,
    coins: true,
    shape: 'ring',
    orientation: true,
    synchronous: true,
    initiators: 'together',
  },
  terminates: true,

  initially: ({ n }) => ({ n, pick: 1, iteration: 0, heard: 0, twos: 0, elected: null }),

  uponStart: pickAgain,

  uponRound(p, state, inbox) {
    const { message } = inbox[0]!
    state.heard++
    if (message.pick === 2) state.twos++
    if (state.heard < state.n) return p.send(LEFT, message)
    // This was its own.
    if (state.twos !== 1) return pickAgain(p, state)
    state.elected = state.pick === 2
    p.terminate()
  },

  bits: { pick: () => 1 },

  claims: {
    messages: [
      exactly('n^2 I', { where: { I } }),
      // An iteration succeeds with probability n · 1/n · (1 − 1/n)^(n−1).
      expected('n^2/(1 - 1/n)^(n - 1)'),
    ],
    time: [exactly('n I', { where: { I } }), expected('n/(1 - 1/n)^(n - 1)')],
  },

  properties: electsOne,
}

function pickAgain(p: Processor<Message>, state: State): void {
  state.iteration++
  state.heard = 0
  state.twos = 0
  state.pick = p.random() * state.n < 1 ? 2 : 1
  p.send(LEFT, { type: 'pick', pick: state.pick })
}
