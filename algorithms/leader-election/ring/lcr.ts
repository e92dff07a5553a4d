import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  exactly,
  expected,
  type Instance,
  LEFT,
  order,
  randomIdentifiers,
  slowest,
  unitDelays,
} from '../../../engine/index.ts'
import { electsTheLargest } from '../elected.ts'
import { distancesToLarger } from './ring-distances.ts'

/**
 * The election of Le Lann, Chang and Roberts on a unidirectional ring: every identifier travels clockwise until a
 * larger one swallows it; the one that comes home is the leader's. Attiya & Welch, section 3.3.1.
 *
 * Once decided, nobody changes its mind, but nobody stops relaying either: where channels are not first in, first out,
 * the announcement may overtake an identifier that still has a way to go, and a processor that no longer passed it on
 * would make the number of messages depend on the schedule.
 */
type Message = { readonly type: 'id'; readonly id: number } | { readonly type: 'announcement' }
type Input = { readonly id: number }
interface State {
  readonly id: number
  elected: boolean | null
}

const ANNOUNCEMENT: Message = { type: 'announcement' }

export const lcr: Algorithm<State, Message, Input> = {
  name: 'lcr',
  title: 'Le Lann–Chang–Roberts',
  summary: 'on a unidirectional ring, the identifier that comes home is the leader’s',
  source: 'Attiya & Welch, section 3.3.1; Chang & Roberts 1979',
  remarks:
    'A processor that is decided goes on relaying and does not terminate, so runs end quiescent. If it stopped, an announcement that overtakes an identifier would make the number of messages depend on the schedule.',
  requires: { identifiers: true, shape: 'ring', orientation: true },
  terminates: false,

  initially: ({ id }) => ({ id, elected: null }),

  uponStart(p, state) {
    p.send(LEFT, { type: 'id', id: state.id })
  },

  uponReceiving: {
    id(p, state, message) {
      if (message.id > state.id) p.send(LEFT, message)
      else if (message.id === state.id) {
        state.elected = true
        p.send(LEFT, ANNOUNCEMENT)
      }
    },
    announcement(p, state, message) {
      if (state.elected !== null) return
      state.elected = false
      p.send(LEFT, message)
    },
  },

  bits: { id: ({ identifier }) => identifier, announcement: () => 1 },

  claims: {
    messages: [
      // Descending clockwise, the i-th largest identifier travels i channels; the announcement takes n more.
      atMost('n(n + 3)/2'),
      exactly('S + n', {
        where: {
          S: {
            description: 'Σ min{d ≥ 1 : id(i + d) > id(i)} over all i, with n for the largest',
            value: totalTravel,
          },
        },
      }),
      expected('n H(n) + n', { when: randomIdentifiers, source: 'Chang & Roberts 1979' }),
      order('n^2'),
    ],
    'messages:announcement': exactly('n'),
    // The wake-up spreads in n − 1, the largest identifier comes home in n, the announcement in n.
    time: [
      exactly('2n', { when: both(unitDelays, allAwakeAtZero) }),
      atMost('2n', { when: allAwakeAtZero }),
      atMost('3n - 1'),
    ],
  },

  properties: electsTheLargest,

  worstIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => n - 1 - i),
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
  worstDelays: () => slowest,
}

function totalTravel({ ids }: Instance): number {
  return distancesToLarger(ids).reduce((sum, distance) => sum + distance, 0)
}
