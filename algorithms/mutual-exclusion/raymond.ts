import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  type Condition,
  type ConfigurationView,
  exactly,
  finalQuantity,
  longHeld,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  type Processor,
  saturated,
  unitDelays,
} from '../../engine/index.ts'
import { distancesFrom } from '../distances-from.ts'

type Message = { readonly type: 'request' } | { readonly type: 'privilege' }
interface Input {
  readonly parent: Channel | null
}
interface State {
  /** The channel towards the privilege; null where it is. */
  holder: Channel | null
  inside: boolean
  /** Who waits for the privilege: neighbours, by channel, and itself, null. */
  readonly queue: (Channel | null)[]
  /** Whether it has asked the holder. */
  asked: boolean
}

const REQUEST: Message = { type: 'request' }
const PRIVILEGE: Message = { type: 'privilege' }

const d = finalQuantity<State>('the distance from the root to who has the privilege in the end', distance)

const onTree: Condition = {
  text: 'the network is a tree',
  holds: ({ instance: { network } }) => network.m === network.n - 1,
}
const underLoad = both(unitDelays, both(saturated, longHeld))

/**
 * Raymond's mutual exclusion: the privilege to enter moves through a tree, and every processor knows in which direction it
 * is. A processor asks there on behalf of itself and of its neighbours, with one request at a time.
 */
export const raymond: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'raymond',
  title: 'Raymond’s tree',
  summary: 'mutual exclusion: a privilege moves through a tree, towards those who ask for it',
  source: 'Raymond 1989',
  remarks:
    'The root has the privilege first. The tree is a given one, so any network will do. The order of messages on a channel does not matter: a processor never has more under way there than the privilege and then a request, and who gets the request first only queues it, for it waits for the privilege itself.',
  requires: { spanningTree: true },
  terminates: false,
  service: mutualExclusion,

  initially: ({ parent }) => ({ holder: parent, inside: false, queue: [], asked: false }),

  uponInvoking: {
    acquire(p, state) {
      state.queue.push(null)
      goOn(p, state)
    },
    release(p, state) {
      state.inside = false
      goOn(p, state)
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, _message, from) {
      state.queue.push(from)
      goOn(p, state)
    },
    privilege(p, state) {
      state.holder = null
      state.asked = false
      goOn(p, state)
    },
  },

  claims: {
    messages: [
      // To the root and back, once: afterwards the privilege is there.
      exactly('2d', { when: oneClient, where: { d } }),
      // It goes round the tree, and whoever it comes by has everyone behind in its queue before the one who passed it on. So
      // it moves twice through each channel for n entries, and is asked for as often.
      atMost('4(n - 1)/n c', { when: underLoad }),
      // Each move of the privilege answers one request, and from one entry to the next it never turns back.
      atMost('2D c', { when: onTree }),
      atMost('4h c'),
    ],
    messages_per_operation: [atMost('2D', { when: onTree }), atMost('4h')],
    response: [
      exactly('2d', { when: both(unitDelays, oneClient), where: { d } }),
      atMost('2d', { when: oneClient, where: { d } }),
    ],
    sync_delay: [
      // All who wait stand in a queue, or somebody does for them, when the privilege is given back.
      atMost('D', { when: both(onTree, underLoad) }),
      atMost('2h', { when: underLoad }),
      // Otherwise a request may have to come first, just as far.
      atMost('2D', { when: onTree }),
      atMost('4h'),
    ],
  },
}

/** If the privilege is here and free, it is for the first who waits; if it is elsewhere and somebody waits, it is asked for. */
function goOn(p: Processor<Message>, state: State): void {
  if (state.holder === null && !state.inside && state.queue.length > 0) {
    state.holder = state.queue.shift() ?? null
    if (state.holder === null) {
      state.inside = true
      p.respond()
    } else p.send(state.holder, PRIVILEGE)
  }
  if (state.holder === null || state.queue.length === 0 || state.asked) return
  state.asked = true
  p.send(state.holder, REQUEST)
}

function distance({ states, instance: { network, root } }: ConfigurationView<State>): number {
  return distancesFrom(network, root)[states.findIndex(({ holder }) => holder === null)]!
}
