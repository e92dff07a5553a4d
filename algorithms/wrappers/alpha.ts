import {
  type AnyAlgorithm,
  allAwakeAtZero,
  arrangedOutside,
  atMost,
  exactly,
  type Processor,
  wrapperFamily,
} from '../../engine/index.ts'
import { type Carried, initialPulses, Pulses, pulsesFor } from './pulses.ts'
import { type Ack, acknowledging, type SafeState } from './safety.ts'
import { A, carrying, everyoneWakes, R, rounds, synchronized } from './synchronizer.ts'

/**
 * The synchronizer α: every message of the algorithm is acknowledged. A processor all of whose messages have been, is safe
 * and tells all neighbours; once it and all neighbours are safe, its next pulse comes.
 * Awerbuch 1985; Attiya & Welch, section 11.3.
 */
type Message =
  | Carried
  | Ack
  | {
      readonly type: 'safe'
      /** Of two of one neighbour, the later may come first. */
      readonly pulse: number
    }

interface State extends SafeState {
  safe: boolean
  /** How many neighbours are safe in this pulse, and how many of those who are ahead in the next. */
  safeNow: number
  safeNext: number
}

export const alpha = wrapperFamily({
  name: 'alpha',
  title: 'α',
  summary: 'a pulse comes once the processor and all its neighbours have had all their messages acknowledged',
  source: 'Awerbuch 1985; Attiya & Welch, section 11.3',
  takes: 'synchronous',
  parameters: { rounds },

  wrap(algorithm: AnyAlgorithm, values) {
    const carrier = carrying<State, Message>((state, count) => {
      state.unacknowledged += count
    })
    const pulses = new Pulses<State, Message>(algorithm, carrier)

    return synchronized<State, Message>(algorithm, {
      arrange: (instance, seed) => {
        const count = pulsesFor(algorithm, values.rounds as number, instance, seed)
        return () => count
      },
      initially: (input) =>
        initialPulses(algorithm, input, arrangedOutside(input) as number, {
          unacknowledged: 0,
          safe: false,
          safeNow: 0,
          safeNext: 0,
        }),
      uponStart(p, state) {
        if (!pulses.next(p, state)) proceed(p, state)
      },
      uponReceiving: {
        ...acknowledging<State, Message>(proceed),
        safe(p, state, { pulse }) {
          if (pulse === state.pulse) state.safeNow++
          else state.safeNext++
          proceed(p, state)
        },
      },
      claims: {
        messages: exactly('2A + 2m R', { where: { A, R } }),
        'messages:ack': exactly('A', { where: { A } }),
        'messages:safe': exactly('2m R', { where: { R } }),
        // A message and its acknowledgement take 2 at most, that it is safe 1.
        time: [
          atMost('3R', { where: { R }, when: allAwakeAtZero }),
          atMost('w + 3R', { where: { R }, when: everyoneWakes }),
          // Whoever is awake has its neighbours awake 3 later.
          atMost('3(D + R)', { where: { R } }),
        ],
      },
    })

    /** Goes as far as acknowledgements and neighbours allow; whoever has no neighbour, to the end. */
    function proceed(p: Processor<Message>, state: State): void {
      for (;;) {
        if (!state.safe && state.unacknowledged === 0) {
          state.safe = true
          p.sendToAll(safeIn(state.pulse))
        }
        if (!state.safe || state.safeNow < p.degree) return
        state.safe = false
        state.safeNow = state.safeNext
        state.safeNext = 0
        if (pulses.next(p, state)) return
      }
    }
  },
})

/** By pulse, the message that all send in it: there is one of each, however many processors there are. */
const safes: Message[] = []

const safeIn = (pulse: number): Message => (safes[pulse] ??= { type: 'safe', pulse })
