import type { Channel, Deciding, Processor } from '../../../engine/index.ts'
import { type Ballot, isBefore } from '../ballots.ts'
import { awaitLeader } from '../elections.ts'

/** What stands in a slot of the log; null is a no-op, which the state machine is not told. */
export type Command = number | null

/** What an acceptor has accepted for a slot, or a state machine was told of it, and in which ballot. */
export interface Proposal {
  readonly ballot: Ballot
  readonly value: Command
}

/** What goes to and fro. The slots of the log are counted from 0. */
export type Message =
  /** Asks for promises for all slots from one on: those before it are known to be chosen. */
  | { readonly type: 'prepare'; readonly ballot: Ballot; readonly from: number }
  /** What has been accepted for these slots. */
  | { readonly type: 'promise'; readonly ballot: Ballot; readonly accepted: readonly (Proposal | null)[] }
  /** `chosen`: in so many slots, the first ones, the leader knows what is chosen. */
  | {
      readonly type: 'accept'
      readonly ballot: Ballot
      readonly slot: number
      readonly value: Command
      readonly chosen: number
    }
  | { readonly type: 'accepted'; readonly ballot: Ballot; readonly slot: number }
  | { readonly type: 'heartbeat'; readonly ballot: Ballot; readonly chosen: number }
  /** Asks for what is chosen from a slot on. */
  | { readonly type: 'missing'; readonly ballot: Ballot; readonly from: number }
  | {
      readonly type: 'chosen'
      readonly ballot: Ballot
      readonly from: number
      readonly values: readonly Command[]
    }

/** What a server is told. */
export interface Input {
  readonly id: number
  readonly n: number
  readonly value: number
}

/** A server: a proposer, an acceptor and a learner. */
export interface State extends Deciding, Input {
  /** How many commands are to be chosen, and in how many slots at once. */
  readonly entries: number
  readonly pipeline: number
  role: 'follower' | 'candidate' | 'leader'
  /** The round of its own last ballot; 0 if there is none. */
  round: number
  /** As an acceptor: the last ballot that it has promised to take part in, and by slot what it has accepted. */
  promised: Ballot | null
  accepted: (Proposal | null)[]
  /** As a learner: what is chosen, as far as there is no gap, and the ballot of the leader who said so; how many of these are commands. */
  applied: Proposal[]
  told: number
  /** As a candidate: who has promised, and by slot the latest that any of them has accepted. */
  promises: Channel[]
  reported: (Proposal | null)[]
  /** As a leader, by slot: who has accepted its proposal. */
  votes: Channel[][]
  /** For columns alone: how often it stood, and how many gaps it has filled. */
  candidacies: number
  gaps: number
  /** How many heartbeats it has sent because it had been silent. */
  heartbeats: number
}

/** A server before anything happens. */
export const newServer = (
  { id, n, value }: Input,
  { entries, pipeline }: { readonly entries: number; readonly pipeline: number },
): State => ({
  id,
  n,
  value,
  entries,
  pipeline,
  role: 'follower',
  round: 0,
  promised: null,
  accepted: [],
  applied: [],
  told: 0,
  decided: null,
  promises: [],
  reported: [],
  votes: [],
  candidacies: 0,
  gaps: 0,
  heartbeats: 0,
})

/** Takes part in a ballot, unless it has promised a later one; whether it does. */
export function follow(p: Processor<Message>, state: State, ballot: Ballot): boolean {
  if (state.promised !== null && isBefore(ballot, state.promised)) return false
  state.promised = ballot
  state.role = 'follower'
  awaitLeader(p)
  return true
}

/** Accepts a proposal for a slot, whatever it has accepted before. Slots before it may be empty. */
export function put(accepted: (Proposal | null)[], slot: number, proposal: Proposal): void {
  while (accepted.length < slot) accepted.push(null)
  accepted[slot] = proposal
}

/** Tells the state machine what is chosen in the next slot. The first command of all is what is decided. */
export function apply(p: Processor<Message>, state: State, proposal: Proposal): void {
  state.applied.push(proposal)
  if (proposal.value === null) return
  state.told++
  if (state.told === state.entries) p.mark('complete')
  if (state.decided !== null) return
  state.decided = proposal.value
  p.mark('decided')
}
