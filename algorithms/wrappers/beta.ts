import {
  type AnyAlgorithm,
  allAwakeAtZero,
  arrangedOutside,
  atMost,
  type Channel,
  exactly,
  type Knowledge,
  type Processor,
  wrapperFamily,
} from '../../engine/index.ts'
import { type Carried, initialPulses, Pulses, pulsesFor } from './pulses.ts'
import { type Ack, acknowledging, type SafeState } from './safety.ts'
import { A, carrying, R, rounds, synchronized } from './synchronizer.ts'

/**
 * The synchronizer β: a rooted spanning tree collects who is safe. Once all are, the root sends the next pulse down the
 * tree. Awerbuch 1985; Attiya & Welch, section 11.3.
 */
type Message = Carried | Ack | { readonly type: 'safe' } | { readonly type: 'pulse' }

interface State extends SafeState {
  readonly parent: Channel | null
  readonly children: readonly Channel[]
  /** How many children have said that all below them are safe, and whether this processor has. */
  safeBelow: number
  reported: boolean
}

const safe: Message = { type: 'safe' }
const pulse: Message = { type: 'pulse' }

export const beta = wrapperFamily({
  name: 'beta',
  title: 'β',
  summary: 'a spanning tree collects that all messages have been acknowledged, and spreads the next pulse',
  source: 'Awerbuch 1985; Attiya & Welch, section 11.3',
  takes: 'synchronous',
  parameters: { rounds },

  wrap(algorithm: AnyAlgorithm, values) {
    const pulses = new Pulses<State, Message>(
      algorithm,
      carrying<State, Message>((state, count) => {
        state.unacknowledged += count
      }),
    )

    return synchronized<State, Message>(algorithm, {
      // A leaf that sleeps would be told of nothing.
      requires: { spanningTree: true, initiators: 'all' },
      arrange: (instance, seed) => {
        const count = pulsesFor(algorithm, values.rounds as number, instance, seed)
        return () => count
      },
      initially: (input: Knowledge) =>
        initialPulses(algorithm, input, arrangedOutside(input) as number, {
          unacknowledged: 0,
          parent: input.parent,
          children: input.children,
          safeBelow: 0,
          reported: false,
        }),
      uponStart(p, state) {
        if (!pulses.next(p, state)) proceed(p, state)
      },
      uponReceiving: {
        ...acknowledging<State, Message>(proceed),
        safe(p, state) {
          state.safeBelow++
          proceed(p, state)
        },
        pulse(p, state) {
          if (!advance(p, state)) proceed(p, state)
        },
      },
      claims: {
        messages: exactly('2A + 2(n - 1)R', { where: { A, R } }),
        'messages:ack': exactly('A', { where: { A } }),
        'messages:safe': exactly('(n - 1)R', { where: { R } }),
        'messages:pulse': exactly('(n - 1)R', { where: { R } }),
        // A message and its acknowledgement take 2 at most; then that all are safe goes up the tree, and the pulse down.
        time: [
          atMost('(2h + 2)R', { where: { R }, when: allAwakeAtZero }),
          atMost('w + (2h + 2)R', { where: { R } }),
        ],
      },
    })

    /** Goes as far as acknowledgements and those below allow; the root of a tree without others, to the end. */
    function proceed(p: Processor<Message>, state: State): void {
      while (!state.reported && state.unacknowledged === 0 && state.safeBelow === state.children.length) {
        state.reported = true
        if (state.parent !== null) return p.send(state.parent, safe)
        if (advance(p, state)) return
      }
    }

    /** The next pulse, here and then below. Whether it was the last. */
    function advance(p: Processor<Message>, state: State): boolean {
      state.safeBelow = 0
      state.reported = false
      for (const child of state.children) p.send(child, pulse)
      return pulses.next(p, state)
    }
  },
})
