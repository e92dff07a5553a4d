import {
  type Algorithm,
  atMost,
  type Channel,
  eventually,
  exactly,
  order,
  type Processor,
} from '../../engine/index.ts'
import { shortestPathTree } from './shortest-paths.ts'
import { lengthBits, weightBits } from './weight-bits.ts'

type Message = { readonly type: 'distance'; readonly distance: number }
type Input = { readonly isRoot: boolean; readonly n: number }
interface State {
  readonly n: number
  parent: Channel | null
  /** The length of the shortest way from the root that is known; −1 before any is. */
  distance: number
  round: number
}

/**
 * Bellman and Ford's algorithm as it stands in books: in each of n − 1 rounds, every processor tells all its neighbours
 * how far it is from the root, as far as it knows. After round k, all distances are right that paths of k channels have.
 * Bellman 1958; Ford 1956; Lynch 1996, section 4.3.
 */
export const bellmanFordRounds: Algorithm<State, Message, Input> = {
  name: 'bellman-ford-rounds',
  title: 'Bellman–Ford, every round',
  summary: 'the shortest paths from a root in n − 1 rounds, in each of which everyone sends',
  source: 'Bellman 1958; Ford 1956; Lynch 1996, section 4.3',
  requires: { root: true, size: true, weights: true, synchronous: true, initiators: 'together' },
  terminates: true,

  initially: ({ isRoot, n }) => ({ n, parent: null, distance: isRoot ? 0 : -1, round: 0 }),

  uponStart: tell,

  uponRound(p, state, inbox) {
    state.round++
    for (const { message, from } of inbox) {
      const distance = message.distance + p.weight(from)
      if (message.distance < 0 || (state.distance >= 0 && state.distance <= distance)) continue
      state.distance = distance
      state.parent = from
    }
    tell(p, state)
  },

  bits: { distance: (_, { distance }) => lengthBits(distance) },

  claims: {
    messages: [exactly('2m(n - 1)'), order('n m')],
    time: exactly('n - 1'),
    // A distance is the length of a path, of at most n − 1 channels.
    'bits:load': atMost('B + ceil(log2(n))', { where: { B: weightBits } }),
  },

  properties: { shortestPathTree: eventually(shortestPathTree) },
}

/** Tells all neighbours the distance, or that none is known; after n − 1 rounds it is right. */
function tell(p: Processor<Message>, state: State): void {
  if (state.round === state.n - 1) return p.terminate()
  p.sendToAll({ type: 'distance', distance: state.distance })
}
