import type { Channel, Deciding, Processor } from '../../engine/index.ts'

/** What a processor would decide in a round, and in which round it took that from a coordinator; 0: it is its input. */
interface Estimate {
  readonly round: number
  readonly value: number
  readonly since: number
}

/** What goes to and fro in a round. */
export type Message =
  | (Estimate & { readonly type: 'estimate' })
  | { readonly type: 'propose'; readonly round: number; readonly value: number }
  | { readonly type: 'ack'; readonly round: number }
  | { readonly type: 'decide'; readonly value: number }

/** A processor, which is the coordinator of every n-th round. */
export interface State extends Deciding {
  readonly n: number
  /** By place, the channel to the processor that stands there; null: this one. */
  readonly coordinators: readonly (Channel | null)[]
  value: number
  since: number
  round: number
  /** What it waits for: as coordinator, estimates, then replies; as all others, a proposal, then the decision. */
  phase: 'estimates' | 'replies' | 'proposal' | 'decision'
  /** What has come of this round and later ones. */
  estimates: (Estimate & { readonly from: Channel })[]
  proposals: { readonly round: number; readonly value: number }[]
  acks: Channel[]
  /** How often it has asked its failure detector. */
  looks: number
}

/** The channel to the coordinator of this round; null: the processor itself. */
export const coordinatorOf = ({ round, coordinators }: State): Channel | null =>
  coordinators[(round - 1) % coordinators.length]!

/** With itself. */
const isMajority = (others: number, { n }: State): boolean => 2 * (others + 1) > n

/** Begins the next round. */
export function enter(p: Processor<Message>, state: State): void {
  const round = ++state.round
  const coordinator = coordinatorOf(state)
  const isOf = (one: { readonly round: number }): boolean => one.round >= round
  state.phase = coordinator === null ? 'estimates' : 'proposal'
  state.estimates = state.estimates.filter(isOf)
  state.proposals = state.proposals.filter(isOf)
  state.acks = []
  const estimate = { type: 'estimate', round, value: state.value, since: state.since } as const
  if (round > 1) p.sendToAll(estimate)
  else if (coordinator !== null) p.send(coordinator, estimate)
  goOn(p, state)
}

/** Does what there is to do in this round with what has come so far. */
export function goOn(p: Processor<Message>, state: State): void {
  if (state.phase === 'estimates') propose(p, state)
  else if (state.phase === 'replies') conclude(p, state)
  else if (state.phase === 'proposal') reply(p, state)
  else if (state.estimates.some(({ round }) => round > state.round)) enter(p, state)
}

/** Once a majority has told its estimates, proposes the one that was adopted last. */
function propose(p: Processor<Message>, state: State): void {
  const { round } = state
  const own = state.estimates.filter((one) => one.round === round)
  if (!isMajority(own.length, state)) return
  let { value, since } = state
  for (const one of own) if (one.since > since) ({ value, since } = one)
  Object.assign(state, { value, since: round, phase: 'replies' })
  p.sendToAll({ type: 'propose', round, value })
  conclude(p, state)
}

/** Adopts what the coordinator proposes. */
function reply(p: Processor<Message>, state: State): void {
  const { round } = state
  const proposal = state.proposals.find((one) => one.round === round)
  if (proposal === undefined) return
  Object.assign(state, { value: proposal.value, since: round, phase: 'decision' })
  p.send(coordinatorOf(state)!, { type: 'ack', round })
  goOn(p, state)
}

/** Once a majority has replied, decides if all of these have adopted the value; else some have gone on to the next round. */
function conclude(p: Processor<Message>, state: State): void {
  const { round, acks } = state
  const left = state.estimates.filter((one) => one.round > round && !acks.includes(one.from))
  if (!isMajority(acks.length + new Set(left.map(({ from }) => from)).size, state)) return
  if (left.length === 0) decide(p, state, state.value)
  else enter(p, state)
}

/** Tells all others first, so that all hear of it if one does that does not crash. */
export function decide(p: Processor<Message>, state: State, value: number): void {
  state.decided = value
  p.mark('decided')
  p.sendToAll({ type: 'decide', value })
  p.terminate()
}
