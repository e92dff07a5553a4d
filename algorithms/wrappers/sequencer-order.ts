import { type AnyAlgorithm, type Around, finalQuantity, wrapperFamily } from '../../engine/index.ts'
import { layered, type Port } from './layer.ts'
import {
  deliveredWithin,
  messagesAtMost,
  messagesBelow,
  messagesOf,
  offersNoBroadcasts,
  promises,
  promising,
} from './layer-claims.ts'

/** Which broadcast it is: whose, and how many that one broadcast before. */
interface Named {
  readonly from: number
  readonly count: number
}

type Below =
  /** What was asked to be broadcast; from the root, with its number. */
  | { readonly count: number; readonly value: number; readonly number: number | null }
  /** The number that the root gives to what others broadcast. */
  | { readonly named: Named; readonly number: number }

interface State extends Around {
  readonly isRoot: boolean
  asked: number
  /** The next number: at the root, to be given. */
  given: number
  delivered: number
  /** What has come, by whom and count; and whose turn it is, by number. */
  readonly values: Record<string, number>
  readonly turns: Record<number, Named>
}

const r = finalQuantity<State>(
  'broadcasts of the root',
  ({ states, instance }) => states[instance.root]!.asked,
)

/**
 * Total order by a sequencer, on any broadcasts: the root broadcasts the number of what others have broadcast, and gives one
 * to its own at once. Attiya & Welch, section 8.2.3, the asymmetric algorithm; Chang & Maxemchuk 1984.
 */
export const sequencerOrder = wrapperFamily({
  name: 'sequencer-order',
  title: 'sequencer order',
  summary: 'the root numbers all broadcasts and broadcasts the numbers',
  source: 'Chang & Maxemchuk 1984; Attiya & Welch, section 8.2.3, the asymmetric algorithm',
  takes: 'asynchronous',
  problem: offersNoBroadcasts,

  wrap(algorithm: AnyAlgorithm) {
    return layered<State, Below>(algorithm, {
      // The root numbers what is delivered to it, so in the order of each sender if that is kept below.
      service: promising({ fifo: promises(algorithm).fifo, total: true }),
      requires: { root: true },
      control: 'number',
      state: ({ isRoot }) => ({ isRoot, asked: 0, given: 0, delivered: 0, values: {}, turns: {} }),
      uponInvoking: {
        broadcast(port, state, value) {
          const number = state.isRoot ? state.given++ : null
          port.broadcast({ count: state.asked++, value, number })
        },
      },
      uponDelivery(port, state, { from, value: below }) {
        if ('named' in below) state.turns[below.number] = below.named
        else {
          const named = { from, count: below.count }
          state.values[nameOf(named)] = below.value
          if (below.number !== null) state.turns[below.number] = named
          else if (state.isRoot) port.control({ named, number: state.given++ })
        }
        deliverInTurn(port, state)
      },
      claims: {
        messages: [
          ...messagesBelow(algorithm, { count: '2c - r', where: { r } }),
          ...messagesAtMost(algorithm, '2c'),
        ],
        'messages:carried': messagesOf(algorithm, { count: 'c' }),
        'messages:number': messagesOf(algorithm, { count: 'c - r', where: { r } }),
        messages_per_operation: messagesAtMost(algorithm, '2'),
        // To the root, and its number to all. What has an earlier number got it earlier.
        delivery: deliveredWithin(algorithm, '2'),
      },
    })
  },
})

const nameOf = ({ from, count }: Named): string => `${from} ${count}`

function deliverInTurn(port: Port<Below>, state: State): void {
  const { turns, values } = state
  for (let turn = turns[state.delivered]; turn !== undefined; turn = turns[state.delivered]) {
    const name = nameOf(turn)
    const value = values[name]
    if (value === undefined) return
    delete turns[state.delivered++]
    delete values[name]
    port.deliver({ from: turn.from, value })
  }
}
