import {
  type Algorithm,
  atMost,
  type Broadcast,
  both,
  broadcasts,
  type Channel,
  type Condition,
  type Instance,
  type Processor,
  parametrised,
  type Unnamed,
  unitDelays,
} from '../../engine/index.ts'
import { isNew, type Numbered, type SeenState } from './seen.ts'

interface Item extends Numbered {
  readonly value: number
}
interface Message {
  readonly type: 'rumours'
  readonly items: readonly Item[]
}
interface State extends SeenState {
  /** By channel, what who is there may not have heard. */
  readonly waiting: Item[][]
  /** The channel that comes next in turn. */
  next: Channel
  isTicking: boolean
}

const perfectClocks: Condition = {
  text: 'clocks show the time',
  holds: ({ instance: { clocks } }) =>
    clocks?.every((clock) => clock.when(1) === 1 && clock.when(2) === 2) === true,
}

/**
 * Gossip that misses nobody: while a processor knows what a neighbour may not have heard, it tells so many neighbours, in
 * turn, all of that at every tick of its timer. What a neighbour has told it needs not to be told back.
 */
export const gossipBroadcast = /* @__PURE__ */ parametrised({
  name: 'gossip-broadcast',
  title: 'Broadcast by gossip',
  summary:
    'broadcasts on any network: at every tick of a timer, some neighbours in turn hear all that is new to them',
  parameters: {
    period: {
      kind: 'number',
      min: 0,
      aboveMin: true,
      default: 1,
      description: 'from one tick to the next, on its clock',
    },
    fanout: { kind: 'integer', min: 1, default: 1, description: 'how many neighbours hear it at a tick' },
  },
  create: ({ period, fanout }) => gossiping(Number(period), Number(fanout)),
})

function gossiping(
  period: number,
  fanout: number,
): Unnamed<Algorithm<State, Message, { readonly id: number }, Broadcast>> {
  const T = { description: 'from one tick to the next', value: () => period }
  const K = {
    description: 'the ticks in which all neighbours have their turn, where there are most',
    value: ({ network }: Instance) => Math.ceil(largestDegree(network) / fanout),
  }
  return {
    summary:
      'broadcasts on any network: at every tick of a timer, some neighbours in turn hear all that is new to them',
    source: 'Demers et al. 1987, with neighbours in turn instead of by chance',
    requires: { identifiers: true, clocks: true },
    terminates: false,
    service: broadcasts.reliable,

    initially: ({ id }) => ({ id, sent: 0, seen: {}, waiting: [], next: 0, isTicking: false }),

    uponInvoking: {
      broadcast(p, state, value) {
        const item = { from: state.id, number: state.sent++, value }
        isNew(state.seen, item)
        spread(p, state, item, null, period)
        p.output('deliver', { from: state.id, value })
      },
    },

    uponReceiving: {
      rumours(p, state, { items }, by) {
        for (const item of items) {
          if (!isNew(state.seen, item)) {
            forget(state.waiting, by, item)
            continue
          }
          spread(p, state, item, by, period)
          p.output('deliver', { from: item.from, value: item.value })
        }
      },
    },

    uponTimeout: {
      tick(p, state) {
        for (let told = 0; told < fanout && tellNext(p, state); told++);
        state.isTicking = state.waiting.some(({ length }) => length > 0)
        if (state.isTicking) p.setTimer('tick', period)
      },
    },

    claims: {
      // Over each channel goes each broadcast where flooding would send it, alone or with others, or not at all.
      messages: atMost('(2m - (n - 1)) c'),
      messages_per_operation: atMost('2m - (n - 1)'),
      // It waits for a tick, and then until the neighbour has its turn. Time is told in units of the largest delay, and ticks are
      // not: the two agree where that delay is known to be 1.
      delivery: atMost('D (1 + T K)', { when: both(unitDelays, perfectClocks), where: { T, K } }),
    },
  }
}

/** Has an item wait for all neighbours but that which has told it. */
function spread(p: Processor<Message>, state: State, item: Item, by: Channel | null, period: number): void {
  const { waiting } = state
  while (waiting.length < p.degree) waiting.push([])
  for (const [channel, items] of waiting.entries()) if (channel !== by) items.push(item)
  if (state.isTicking || !waiting.some(({ length }) => length > 0)) return
  state.isTicking = true
  p.setTimer('tick', period)
}

/** Tells the next neighbour in turn for whom something waits; whether there is one. */
function tellNext(p: Processor<Message>, state: State): boolean {
  const { waiting } = state
  for (let i = 0; i < p.degree; i++) {
    const channel = (state.next + i) % p.degree
    const items = waiting[channel]!
    if (items.length === 0) continue
    state.next = (channel + 1) % p.degree
    waiting[channel] = []
    p.send(channel, { type: 'rumours', items })
    return true
  }
  return false
}

/** Who has told something knows it. */
function forget(waiting: Item[][], channel: Channel, { from, number }: Item): void {
  waiting[channel] = (waiting[channel] ?? []).filter((one) => one.from !== from || one.number !== number)
}

function largestDegree(network: Instance['network']): number {
  let largest = 0
  for (let p = 0; p < network.n; p++) largest = Math.max(largest, network.degree(p))
  return largest
}
