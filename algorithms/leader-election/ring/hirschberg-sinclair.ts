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
import { across } from './across.ts'
import { hardestRingOrder } from './hardest-ring-order.ts'
import { distancesToLarger } from './ring-distances.ts'

/**
 * The election of Hirschberg and Sinclair on a bidirectional ring: in phase k, a processor that is the largest
 * within distance 2^(k−1) asks whether it is within 2^k. Attiya & Welch, section 3.3.2, Algorithm 5.
 *
 * As in the algorithm of Le Lann, Chang and Roberts, a processor that is decided goes on relaying: the announcement
 * may come by before the last probes and replies of others do.
 */
type Message =
  | { readonly type: 'probe'; readonly id: number; readonly phase: number; readonly hops: number }
  | { readonly type: 'reply'; readonly id: number; readonly phase: number }
  | { readonly type: 'announcement' }
type Input = { readonly id: number }
interface State {
  readonly id: number
  phase: number
  /** How many of the two replies of this phase have come. */
  replies: number
  elected: boolean | null
}

const ANNOUNCEMENT: Message = { type: 'announcement' }

export const hirschbergSinclair: Algorithm<State, Message, Input> = {
  name: 'hirschberg-sinclair',
  title: 'Hirschberg–Sinclair',
  summary: 'on a bidirectional ring, probes reach twice as far in each phase',
  source: 'Attiya & Welch, section 3.3.2, Algorithm 5; Hirschberg & Sinclair 1980',
  remarks:
    'A processor that is decided goes on relaying and does not terminate, so runs end quiescent. If it stopped, an announcement that overtakes an identifier would make the number of messages depend on the schedule.',
  requires: { identifiers: true, shape: 'ring', orientation: true },
  terminates: false,

  initially: ({ id }) => ({ id, phase: 0, replies: 0, elected: null }),

  uponStart(p, state) {
    p.sendToAll({ type: 'probe', id: state.id, phase: 0, hops: 1 })
  },

  uponReceiving: {
    probe(p, state, { id, phase, hops }, from) {
      if (id === state.id) {
        // Both probes of the last phase come home; the first to do so decides.
        if (state.elected === true) return
        state.elected = true
        p.send(LEFT, ANNOUNCEMENT)
      } else if (id > state.id) {
        if (hops < 2 ** phase) p.send(across(from), { type: 'probe', id, phase, hops: hops + 1 })
        else p.send(from, { type: 'reply', id, phase })
      }
    },
    reply(p, state, message, from) {
      if (message.id !== state.id) return p.send(across(from), message)
      state.replies++
      if (state.replies < 2) return
      state.replies = 0
      state.phase++
      p.sendToAll({ type: 'probe', id: state.id, phase: state.phase, hops: 1 })
    },
    announcement(p, state, message) {
      if (state.elected !== null) return
      state.elected = false
      p.send(LEFT, message)
    },
  },

  bits: {
    probe: ({ identifier, count }) => identifier + 2 * count,
    reply: ({ identifier, count }) => identifier + count,
    announcement: () => 1,
  },

  claims: {
    messages: [
      atMost('8n log2(n) + 7n'),
      // At most n/(2^(i−1) + 1) processors are the largest within 2^(i−1) and start phase i, at 4·2^i messages each.
      atMost('7n + sum(i, 1, ceil(log2(n)) - 1, 4*2^i*floor(n/(2^(i - 1) + 1)))'),
      exactly('P + n', {
        where: {
          P: { description: 'the probes and replies that this order of identifiers causes', value: probing },
        },
      }),
      expected('E + n', {
        when: randomIdentifiers,
        where: {
          E: { description: 'the mean of the probes and replies over all orders', value: meanProbing },
        },
      }),
      order('n log2(n)'),
    ],
    'messages:announcement': exactly('n'),
    // The largest identifier spends 2·2^k on each phase k, n on its last probe, and n on the announcement.
    time: [
      exactly('2(2^ceil(log2(n)) - 1) + 2n', { when: both(unitDelays, allAwakeAtZero) }),
      atMost('2(2^ceil(log2(n)) - 1) + 2n', { when: allAwakeAtZero }),
      // All are awake by n − 1.
      atMost('2(2^ceil(log2(n)) - 1) + 3n - 1'),
    ],
  },

  properties: electsTheLargest,

  worstIdentifiers: (n) => hardestRingOrder(n, probingOf),
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
  worstDelays: () => slowest,
}

/**
 * The messages of the election, from the order of identifiers alone: a probe that a larger identifier stops after
 * d channels costs d, one that is answered in phase k costs 2·2^k, and one that comes home costs n.
 */
function probing({ ids }: Instance): number {
  const n = ids.length
  const clockwise = distancesToLarger(ids)
  const counterclockwise = distancesToLarger(ids, -1)
  let messages = 0
  for (let i = 0; i < n; i++) messages += probingOf(clockwise[i]!, counterclockwise[i]!)
  return messages
}

/** The messages that a processor so far from the next larger ones causes. */
function probingOf(clockwise: number, counterclockwise: number): number {
  const nearest = Math.min(clockwise, counterclockwise)
  let messages = 0
  for (let reach = 1; ; reach *= 2) {
    messages += clockwise > reach ? 2 * reach : clockwise
    messages += counterclockwise > reach ? 2 * reach : counterclockwise
    if (nearest <= reach) return messages
  }
}

/** The mean of `probing` over all orders of n identifiers, by linearity of expectation. */
function meanProbing({ network: { n } }: Instance): number {
  let mean = 0
  for (let reach = 1; reach < n; reach *= 2) {
    // A processor takes part if it is the largest within `near` on both sides; on one side, beyond that, its
    // probe gets past x − 1 further processors with probability 1 in the number of those compared.
    const near = reach === 1 ? 0 : reach / 2
    for (let x = 1; x <= reach; x++) mean += (2 * n) / Math.min(n, near + 1 + Math.max(near, x - 1))
    mean += (2 * n * reach) / Math.min(n, near + 1 + reach)
  }
  return mean + 2 * n
}
