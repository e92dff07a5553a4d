import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  allAwakeAtZero,
  arrangedOutside,
  atMost,
  type Carrier,
  type Channel,
  exactly,
  type Processor,
  wrapperFamily,
} from '../../engine/index.ts'
import { initialPulses, keep, type PulseState, Pulses, pulsesFor } from './pulses.ts'
import { everyoneWakes, R, rounds, synchronized } from './synchronizer.ts'

/**
 * The simple synchronizer: in every pulse, a processor sends exactly one message to each neighbour, with what the algorithm
 * sends there, perhaps nothing. Once it has one from each, its next pulse comes.
 * Attiya & Welch, section 11.3.
 */
type Message =
  | { readonly type: 'carried'; readonly pulse: number; readonly messages: readonly AnyMessage[] }
  | { readonly type: 'empty'; readonly pulse: number }

interface State extends PulseState {
  /** By channel, what the algorithm sends in this pulse. */
  outgoing: AnyMessage[][]
  /** How many neighbours' messages of this pulse have come, and of the next. */
  now: number
  next: number
}

const post = (state: State, channel: Channel, message: AnyMessage): void => {
  state.carried++
  state.outgoing[channel]!.push(message)
}

/** Puts what is sent together by channel. */
const collecting: Carrier<State, Message> = {
  send: (_, state, channel, message) => post(state, channel, message),
  sendToAll(p, state, message) {
    for (let channel = 0; channel < p.degree; channel++) post(state, channel, message)
  },
  sendToAllExcept(p, state, except, message) {
    for (let channel = 0; channel < p.degree; channel++) if (channel !== except) post(state, channel, message)
  },
}

export const simple = wrapperFamily({
  name: 'simple',
  title: 'the simple synchronizer',
  summary:
    'in every pulse one message to each neighbour, with all that the algorithm sends there, perhaps nothing',
  source: 'Attiya & Welch, section 11.3',
  takes: 'synchronous',
  parameters: { rounds },

  wrap(algorithm: AnyAlgorithm, values) {
    const pulses = new Pulses<State, Message>(algorithm, collecting)

    return synchronized<State, Message>(algorithm, {
      arrange: (instance, seed) => {
        const count = pulsesFor(algorithm, values.rounds as number, instance, seed)
        return () => count
      },
      initially: (input) =>
        initialPulses(algorithm, input, arrangedOutside(input) as number, {
          outgoing: [],
          now: 0,
          next: 0,
        }),
      uponStart(p, state) {
        state.outgoing = Array.from({ length: p.degree }, () => [])
        if (pulses.next(p, state)) return
        flush(p, state)
        proceed(p, state)
      },
      uponReceiving: {
        carried(p, state, { pulse, messages }, from) {
          for (const [place, message] of messages.entries()) keep(state, { pulse, place, message }, from)
          arrive(p, state, pulse)
        },
        empty(p, state, { pulse }) {
          arrive(p, state, pulse)
        },
      },
      together: true,
      claims: {
        messages: exactly('2m R', { where: { R } }),
        time: [
          atMost('R', { where: { R }, when: allAwakeAtZero }),
          atMost('w + R', { where: { R }, when: everyoneWakes }),
          // Whoever is awake has its neighbours awake 1 later.
          atMost('D + R', { where: { R } }),
        ],
      },
    })

    function arrive(p: Processor<Message>, state: State, pulse: number): void {
      if (pulse === state.pulse) state.now++
      else state.next++
      proceed(p, state)
    }

    /** Goes as far as the messages of the neighbours allow; whoever has none, to the end. */
    function proceed(p: Processor<Message>, state: State): void {
      while (state.now === p.degree) {
        state.now = state.next
        state.next = 0
        if (pulses.next(p, state)) return
        flush(p, state)
      }
    }
  },
})

/** Sends one message on each channel. */
function flush(p: Processor<Message>, state: State): void {
  const { pulse } = state
  for (const [channel, messages] of state.outgoing.entries())
    if (messages.length === 0) p.send(channel, { type: 'empty', pulse })
    else {
      p.send(channel, { type: 'carried', pulse, messages })
      state.outgoing[channel] = []
    }
}
