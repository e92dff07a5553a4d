import {
  type Algorithm,
  atLeast,
  atMost,
  both,
  type Condition,
  exactly,
  type Instance,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  parametrised,
  saturated,
  type Unnamed,
  unitDelays,
} from '../../engine/index.ts'
import { gridQuorum, largestQuorum } from './grid-quorum.ts'
import { handlers, type Input, type Message, type State, send } from './maekawa-votes.ts'

const Q = {
  description: 'the members of the largest quorum',
  value: ({ network: { n } }: Instance) => largestQuorum(n),
}
const onSquare: Condition = {
  text: 'n is a square',
  holds: ({ instance }) => Number.isInteger(Math.sqrt(instance.network.n)),
}

/**
 * Maekawa's mutual exclusion: who wants to enter needs the votes of its quorum, and any two quorums have a member in
 * common, who votes for one at a time. Where votes are split, the earlier request wins: a member asks for its vote back,
 * and who has failed to get another vote returns it.
 *
 * The original protocol can deadlock (Sanders 1987): if a request comes to a member before the one that it is asking its
 * vote back for, the latter is not told that it has failed. It may then wait for ever, and keep other votes meanwhile.
 * Repaired, the member tells it.
 */
export const maekawa = /* @__PURE__ */ parametrised({
  name: 'maekawa',
  title: 'Maekawa',
  summary: 'mutual exclusion: who has the votes of its row and its column on a grid may enter',
  parameters: {
    protocol: {
      kind: 'text',
      choices: ['repaired', 'original'],
      default: 'repaired',
      description: 'whether those who wait are told when they are overtaken; the original can deadlock',
    },
  },
  create: ({ protocol }) => voting(protocol === 'repaired'),
})

function voting(repaired: boolean): Unnamed<Algorithm<State, Message, Input, MutualExclusion>> {
  return {
    summary: 'mutual exclusion: who has the votes of its row and its column on a grid may enter',
    source: 'Maekawa 1985; Sanders 1987',
    requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete', fifo: true },
    terminates: false,
    service: mutualExclusion,

    initially: ({ id, neighborIds }) => ({
      id,
      quorum: [null, ...gridQuorum(id, neighborIds)],
      clock: 0,
      votes: [],
      inside: false,
      inquiries: [],
      lockedFor: null,
      tellsOvertaken: repaired,
      inquired: false,
      queue: [],
    }),

    uponInvoking: {
      acquire(p, state) {
        const request = { type: 'request', time: ++state.clock, id: state.id } as const
        state.votes = state.quorum.map(() => 'none')
        for (const who of state.quorum)
          if (who === null) handlers.request(p, state, request, null)
          else p.send(who, request)
      },
      release(p, state) {
        state.inside = false
        state.votes = []
        for (const who of state.quorum) send(p, state, who, 'release')
        p.respond()
      },
    },

    uponReceiving: handlers,

    claims: {
      messages: [
        exactly('3(Q - 1) c', { when: both(oneClient, onSquare), where: { Q } }),
        atMost('3(Q - 1) c', { when: oneClient, where: { Q } }),
        atLeast('3(Q - 1) c', { when: onSquare, where: { Q } }),
        // Beside ⟨request⟩, ⟨locked⟩ and ⟨release⟩: a request that comes makes at most one other fail, itself or the one
        // overtaken, or it makes the member inquire, which may cost ⟨relinquish⟩ and another ⟨locked⟩.
        ...(repaired ? [atMost('6(Q - 1) c', { where: { Q } })] : []),
      ],
      ...(repaired && { messages_per_operation: atMost('6(Q - 1)', { where: { Q } }) }),
      response: atMost('2', { when: oneClient }),
      // The release comes to the members that the next waits for, and their votes to it; it has the others by then.
      sync_delay: atMost('2', { when: both(unitDelays, saturated) }),
    },
  }
}
