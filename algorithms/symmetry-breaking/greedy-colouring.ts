import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  exactly,
  type Processor,
  slowest,
} from '../../engine/index.ts'
import { longestAscendingPath } from './ascending-paths.ts'
import { colourCount, leastFree, properColouring } from './colouring.ts'

type Message = { readonly type: 'colour'; readonly colour: number }
type Input = { readonly id: number; readonly neighborIds: readonly number[] }
interface State {
  colour: number | null
  /** How many neighbours with larger identifiers have no colour. */
  larger: number
  /** The colours of neighbours. */
  readonly taken: number[]
}

/**
 * Δ + 1 colours by identifiers, without coins or rounds: when all neighbours with larger identifiers have a colour, a
 * processor takes the least colour that none of them has, and tells all its neighbours. Folklore.
 */
export const greedyColouring: Algorithm<State, Message, Input> = {
  name: 'greedy-colouring',
  title: 'Greedy colouring',
  summary: 'Δ + 1 colours: after its larger neighbours, each processor takes the least free colour',
  source: 'folklore',
  requires: { identifiers: true, neighborIdentifiers: true, initiators: 'all' },
  terminates: true,

  initially: ({ id, neighborIds }) => ({
    colour: null,
    larger: neighborIds.filter((other) => other > id).length,
    taken: [],
  }),

  uponStart: colourIfNext,

  uponReceiving: {
    colour(p, state, { colour }) {
      state.larger--
      state.taken.push(colour)
      colourIfNext(p, state)
    },
  },

  // A colour is at most the number of neighbours, so less than n.
  bits: { colour: ({ count }) => count },

  claims: {
    // Everyone tells each of its neighbours once.
    messages: exactly('2m'),
    bits: exactly('2m ceil(log2(n + 1))'),
    // The colour that comes last is at the end of a path along which identifiers descend; its messages take one unit more.
    time: [
      atMost('L + 1', { when: allAwakeAtZero, where: { L: longestAscendingPath } }),
      atMost('w + L + 1', { where: { L: longestAscendingPath } }),
      atMost('w + n'),
    ],
  },

  properties: properColouring,
  columns: { colours: colourCount },

  worstIdentifiers: (n) => Uint32Array.from({ length: n }, (_, p) => p),
  worstDelays: () => slowest,
}

function colourIfNext(p: Processor<Message>, state: State): void {
  if (state.larger > 0) return
  state.colour = leastFree(state.taken)
  p.sendToAll({ type: 'colour', colour: state.colour })
  p.terminate()
}
