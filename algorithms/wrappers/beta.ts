import {
  type AnyAlgorithm,
  arrangedOutside,
  type Knowledge,
  type Processor,
  wrapperFamily,
} from '../../engine/index.ts'
import { betaClaims } from './beta-claims.ts'
import { type Carried, initialPulses, Pulses, pulsesFor } from './pulses.ts'
import { type Ack, acknowledging, type SafeState } from './safety.ts'
import { carrying, rounds, synchronized } from './synchronizer.ts'
import { type OnTree, TreeBuilding, type TreeMessage, treeBuilders } from './tree-building.ts'

/**
 * The synchronizer β: a rooted spanning tree collects who is safe. Once all are, the root sends the next pulse down the
 * tree. The tree is given, or an algorithm of the catalogue builds it before the first pulse.
 * Awerbuch 1985; Attiya & Welch, section 11.3.
 */
type Message = Carried | Ack | TreeMessage | { readonly type: 'safe' } | { readonly type: 'pulse' }

interface State extends SafeState, OnTree {
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
  parameters: {
    tree: {
      kind: 'text',
      choices: ['given', ...treeBuilders.map(({ name }) => name)],
      default: 'given',
      description: 'whether the tree is given, breadth-first from the root, or which algorithm builds one',
    },
    rounds,
  },

  wrap(algorithm: AnyAlgorithm, values) {
    const builder = treeBuilders.find(({ name }) => name === values.tree) ?? null
    const building = builder === null ? null : new TreeBuilding<State>(builder, begin)
    const pulses = new Pulses<State, Message>(
      algorithm,
      carrying<State, Message>((state, count) => {
        state.unacknowledged += count
      }),
    )

    return synchronized<State, Message>(algorithm, {
      // A leaf that sleeps would be told of nothing. Who builds a tree wakes all.
      requires: builder === null ? { spanningTree: true, initiators: 'all' } : builder.requires,
      arrange: (instance, seed) => {
        const count = pulsesFor(algorithm, values.rounds as number, instance, seed)
        return () => count
      },
      initially: (input: Knowledge) =>
        initialPulses(algorithm, input, arrangedOutside(input) as number, {
          unacknowledged: 0,
          parent: building === null ? input.parent : null,
          children: building === null ? input.children : [],
          growing: building?.initially(input) ?? null,
          safeBelow: 0,
          reported: false,
        }),
      uponStart(p, state) {
        if (building === null) begin(p, state)
        else building.start(p, state)
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
        ...(building?.handlers as TreeBuilding<State>['handlers']),
      },
      claims: betaClaims(builder),
    })

    /** The first pulse, once the processor knows its place in the tree. */
    function begin(p: Processor<Message>, state: State): void {
      if (!pulses.next(p, state)) proceed(p, state)
    }

    /** Goes as far as acknowledgements and those below allow; the root of a tree without others, to the end. */
    function proceed(p: Processor<Message>, state: State): void {
      // Others may have begun before.
      if (state.pulse < 0) return
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
