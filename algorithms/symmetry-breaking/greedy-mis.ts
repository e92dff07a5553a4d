import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  type ConfigurationView,
  eventually,
  exactly,
  type Processor,
  slowest,
} from '../../engine/index.ts'
import { longestAscendingPath } from './ascending-paths.ts'
import { maximalIndependentSet, setSize } from './independent-set.ts'

type Message = { readonly type: 'joins' | 'leaves' }
type Input = { readonly id: number; readonly neighborIds: readonly number[] }
interface State {
  readonly id: number
  readonly neighborIds: readonly number[]
  member: boolean | null
  /** How many neighbours with smaller identifiers have not left. */
  smaller: number
}

/**
 * A maximal independent set by identifiers, without coins or rounds: a processor joins when all neighbours with smaller
 * identifiers have left, and leaves as soon as one of them has joined. It is the set that one gets by going through all
 * processors in the order of their identifiers and adding each that can be added. Folklore; for random identifiers
 * Fischer & Noever 2018.
 */
export const greedyMis: Algorithm<State, Message, Input> = {
  name: 'greedy-mis',
  title: 'Greedy independent set',
  summary: 'a maximal independent set: whoever has no smaller neighbour left joins',
  source: 'folklore; Fischer & Noever 2018',
  requires: { identifiers: true, neighborIdentifiers: true, initiators: 'all' },
  terminates: true,

  initially: ({ id, neighborIds }) => ({
    id,
    neighborIds,
    member: null,
    smaller: neighborIds.filter((other) => other < id).length,
  }),

  uponStart(p, state) {
    if (state.smaller === 0) decide(p, state, 'joins')
  },

  uponReceiving: {
    joins(p, state) {
      decide(p, state, 'leaves')
    },
    leaves(p, state) {
      state.smaller--
      if (state.smaller === 0) decide(p, state, 'joins')
    },
  },

  bits: { joins: () => 1, leaves: () => 1 },

  claims: {
    // Over each channel, the smaller tells the larger.
    messages: exactly('m'),
    bits: exactly('m'),
    // The decision that comes last is at the end of a path along which identifiers ascend.
    time: [
      atMost('L', { when: allAwakeAtZero, where: { L: longestAscendingPath } }),
      atMost('w + L', { where: { L: longestAscendingPath } }),
      atMost('w + n - 1'),
    ],
  },

  properties: { ...maximalIndependentSet, firstInOrder: eventually(firstInOrder) },
  columns: { set_size: setSize },

  worstIdentifiers: (n) => Uint32Array.from({ length: n }, (_, p) => p),
  worstDelays: () => slowest,
}

function decide(p: Processor<Message>, state: State, type: Message['type']): void {
  state.member = type === 'joins'
  for (const [channel, other] of state.neighborIds.entries()) if (other > state.id) p.send(channel, { type })
  p.terminate()
}

/** It is the set that one gets by adding processors in the order of their identifiers. */
function firstInOrder({ instance: { network, ids }, states }: ConfigurationView<State>): true | string {
  const order = Uint32Array.from({ length: network.n }, (_, p) => p).sort((p, q) => ids[p]! - ids[q]!)
  const member = new Uint8Array(network.n)
  for (const p of order) {
    let free = true
    for (let channel = 0; channel < network.degree(p); channel++)
      if (member[network.neighbor(p, channel)] === 1) free = false
    if (free) member[p] = 1
  }
  const wrong = states.findIndex((state, p) => state.member !== (member[p] === 1))
  return wrong < 0 || `p_${wrong} decides differently from the greedy algorithm in the order of identifiers`
}
