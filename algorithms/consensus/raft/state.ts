import type { Channel, Deciding, Processor } from '../../../engine/index.ts'
import { awaitLeader } from '../elections.ts'

/** An entry of a log: a command, and the term in which a leader wrote it. */
export interface Entry {
  readonly term: number
  readonly value: number
}

/** What goes to and fro. Entries of a log are counted from 1; before them is the index 0, of term 0. */
export type Message =
  | {
      readonly type: 'requestVote'
      readonly term: number
      readonly candidate: number
      readonly lastIndex: number
      readonly lastTerm: number
    }
  | { readonly type: 'vote'; readonly term: number; readonly granted: boolean }
  | {
      readonly type: 'append'
      readonly term: number
      /** The entry before those that are sent. */
      readonly prevIndex: number
      readonly prevTerm: number
      readonly entries: readonly Entry[]
      readonly commit: number
    }
  /** Up to which index the log agrees with the leader’s; if not where the leader thought, up to which it may. */
  | { readonly type: 'appended'; readonly term: number; readonly success: boolean; readonly index: number }

/** What a server is told. */
export interface Input {
  readonly id: number
  readonly n: number
  readonly value: number
}

/** A server. What its state machine has been told outlives crashes, as term, vote and log do. */
export interface State extends Deciding, Input {
  /** How many entries are to be committed. */
  readonly entries: number
  term: number
  votedFor: number | null
  log: Entry[]
  role: 'follower' | 'candidate' | 'leader'
  /** Up to which index entries are known to be committed, and those that the state machine has been told, with the term then. */
  commit: number
  applied: (Entry & { readonly in: number })[]
  /** Of a candidate: who has voted for it, itself aside. */
  votes: Channel[]
  /** Of a leader, by channel: what to send next, and what is known to be in the log there. */
  next: number[]
  match: number[]
  /** For the properties alone: the terms in which it was elected, and how often it was a candidate. */
  led: number[]
  candidacies: number
  /** How many heartbeats it has sent to all. */
  heartbeats: number
}

/** A server before anything happens, which is to see so many entries committed. */
export const newServer = ({ id, n, value }: Input, entries: number): State => ({
  id,
  n,
  value,
  entries,
  term: 0,
  votedFor: null,
  log: [],
  role: 'follower',
  commit: 0,
  applied: [],
  decided: null,
  votes: [],
  next: [],
  match: [],
  led: [],
  candidacies: 0,
  heartbeats: 0,
})

/** The term of the entry at an index; 0 before the first. */
export const termAt = (log: readonly Entry[], index: number): number =>
  index === 0 ? 0 : log[index - 1]!.term

/** A term that is later than its own makes everyone a follower in it. Who has led has waited for no other leader until now. */
export function observe(p: Processor<Message>, state: State, term: number): void {
  if (term <= state.term) return
  if (state.role === 'leader') awaitLeader(p)
  Object.assign(state, { term, votedFor: null, role: 'follower' })
}
