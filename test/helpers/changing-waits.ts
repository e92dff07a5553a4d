import { cmhDeadlock } from '../../algorithms/index.ts'
import type { Algorithm, Channel, Processor, ServiceOf } from '../../engine/index.ts'

interface Resources {
  readonly wait: Channel
  readonly grant: Channel
  readonly detect: undefined
}

const resources: ServiceOf<Resources> = {
  name: 'resources',
  summary: 'to wait for somebody, to grant somebody what it waits for, and to look for a deadlock',
  operations: {
    wait: { summary: 'for who is at the end of a channel', argument: 'input', unanswered: true },
    grant: { summary: 'to who is there, if it waits', argument: 'input', unanswered: true },
    detect: { summary: 'whether it waits for itself', unanswered: true },
  },
  workload: 'once',
  properties: {},
}

type Message =
  | { readonly type: 'request' }
  | { readonly type: 'grant' }
  | { readonly type: 'probe'; readonly initiator: number }
interface State {
  readonly id: number
  waits: number
  initiated: boolean
  readonly seen: number[]
  declared: boolean
  /** By channel, whether who is there waits for an answer of this one. */
  readonly asked: boolean[]
}

/**
 * The detection of deadlocks by Chandy, Misra and Haas as it is for a graph that stays, where the graph changes: processors
 * begin to wait, and who does not wait itself may grant what it is asked for. Channels are first in, first out.
 */
export const changingWaits: Algorithm<State, Message, { readonly id: number }, Resources> = {
  name: 'changing-waits',
  requires: { identifiers: true, fifo: true },
  terminates: false,
  service: resources,

  initially: ({ id }) => ({ id, waits: 0, initiated: false, seen: [], declared: false, asked: [] }),

  uponInvoking: {
    wait(p, state, channel) {
      state.waits += 2 ** channel
      p.send(channel, { type: 'request' })
    },
    grant(p, state, channel) {
      if (state.waits > 0 || !state.asked[channel]) return
      state.asked[channel] = false
      p.send(channel, { type: 'grant' })
    },
    detect(p, state) {
      state.initiated = true
      probe(p, state, state.id)
    },
  },

  uponReceiving: {
    request(_, { asked }, _message, from) {
      asked[from] = true
    },
    grant(_, state, _message, from) {
      state.waits -= 2 ** from
    },
    probe(p, state, { initiator }) {
      if (initiator === state.id) state.declared = true
      else if (!state.seen.includes(initiator)) {
        state.seen.push(initiator)
        probe(p, state, initiator)
      }
    },
  },

  properties: cmhDeadlock.properties as never,
}

function probe(p: Processor<Message>, { waits }: State, initiator: number): void {
  for (let channel = 0; channel < p.degree; channel++)
    if (Math.floor(waits / 2 ** channel) % 2 === 1) p.send(channel, { type: 'probe', initiator })
}
