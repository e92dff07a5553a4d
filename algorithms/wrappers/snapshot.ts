import {
  type Message as AnyMessage,
  type Around,
  atMost,
  type Claims,
  type ConfigurationView,
  eventually,
  exactly,
  type Finding,
  finalQuantity,
  rootAwakeAtZero,
} from '../../engine/index.ts'

/** What a processor records: its own state, and what was in transit to it. Lists are by channel. */
export interface Recorded {
  readonly inner: object
  /** Messages of the algorithm inside that had been sent, and processed, when the state was recorded. */
  readonly sent: readonly number[]
  readonly received: readonly number[]
  /** The messages that were in transit to it. */
  readonly channels: readonly (readonly AnyMessage[])[]
  readonly complete: boolean
}

/** The state of an algorithm that takes a snapshot of the one inside it. */
export interface Recording extends Around {
  /** By channel, messages of the algorithm inside that were sent, and processed. */
  readonly sentOn: number[]
  readonly receivedOn: number[]
  /** Null as long as nothing is recorded. */
  recorded: Recorded | null
}

/** The recorded state of everybody, or null if somebody's is not complete. */
function snapshotIn({ states }: ConfigurationView<Recording>): readonly Recorded[] | null {
  const recorded = states.map((state) => state.recorded)
  return recorded.every((one) => one?.complete === true) ? (recorded as Recorded[]) : null
}

/**
 * What every snapshot is held to: on each channel, what was sent before the cut was processed before it or is recorded as in
 * transit. So nothing was processed that had not been sent, and nothing is lost or there twice.
 */
export const snapshotProperties = {
  everybodyRecords: eventually<Recording>(
    (view) =>
      view.states.every(({ recorded }) => recorded === null) ||
      snapshotIn(view) !== null ||
      'somebody has recorded nothing, or not all that was in transit to it',
  ),
  theCutIsConsistent: eventually<Recording>(isConsistent),
}

/** Whether the root took a snapshot: it may not have come to as many messages as it was to wait for. */
const S = finalQuantity<Recording>('snapshots', ({ states }) =>
  states.some(({ recorded }) => recorded !== null) ? 1 : 0,
)

const M = finalQuantity<Recording>('messages of the algorithm inside', ({ states }) =>
  states.reduce((sum, { sentOn }) => sum + sentOn.reduce((all, count) => all + (count ?? 0), 0), 0),
)

/** What is claimed of a snapshot, with one control message each way on every channel. `after`: what the root waits for. */
export const snapshotClaims = (control: string, after: number): Claims => ({
  messages: exactly('M + 2m S', { where: { M, S } }),
  [`messages:${control}`]: exactly('2m S', { where: { S } }),
  // Who is at distance d from the root records by d, and what was sent to it by then has come one later.
  ...(after === 0 && { 'time:recorded': atMost('ecc + 1', { when: rootAwakeAtZero }) }),
})

function isConsistent(view: ConfigurationView<Recording>): Finding {
  const snapshot = snapshotIn(view)
  if (snapshot === null) return true
  const { network } = view.instance
  for (let p = 0; p < network.n; p++)
    for (let via = 0; via < network.degree(p); via++) {
      const q = network.neighbor(p, via)
      let back = 0
      while (network.neighbor(q, back) !== p) back++
      const sent = snapshot[q]!.sent[back] ?? 0
      const { received, channels } = snapshot[p]!
      const known = (received[via] ?? 0) + channels[via]!.length
      if (sent !== known)
        return `p_${q} had sent ${sent} messages to p_${p}, of which ${known} are known as processed or in transit`
    }
  return true
}
