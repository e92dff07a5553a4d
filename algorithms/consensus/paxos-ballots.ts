import type { Channel, Deciding, MessageDriven, Processor } from '../../engine/index.ts'
import { type Accepted, type Ballot, isBefore, later } from './ballots.ts'

/** What goes to and fro in a ballot. */
export type Message =
  | { readonly type: 'prepare'; readonly ballot: Ballot }
  | { readonly type: 'promise'; readonly ballot: Ballot; readonly accepted: Accepted | null }
  | { readonly type: 'accept'; readonly ballot: Ballot; readonly value: number }
  | { readonly type: 'accepted'; readonly ballot: Ballot }
  | { readonly type: 'decide'; readonly value: number }
/** What a processor is told. */
export type Input = { readonly id: number; readonly n: number; readonly value: number }
/** The state of a processor, which is a proposer, an acceptor and a learner. */
export interface State extends Deciding, Input {
  /** Whether it has woken by itself or heard of a ballot; who has not need not decide. */
  heard: boolean
  /** The last round in which it began a ballot of its own; 0 if in none. */
  round: number
  /** As an acceptor: the last ballot that it has promised to take part in, and what it has accepted. */
  promised: Ballot | null
  accepted: Accepted | null
  /** As a proposer: what its ballot waits for, who has answered, and the latest value that they had accepted. */
  phase: 'idle' | 'preparing' | 'accepting'
  answered: Channel[]
  latest: Accepted | null
}

/** What all forms of Paxos have in common: everything but when ballots are begun. */
export const ballots: Pick<MessageDriven<State, Message, Input>, 'initially' | 'stable' | 'uponReceiving'> = {
  initially: ({ id, n, value }) => ({
    id,
    n,
    value,
    heard: false,
    round: 0,
    promised: null,
    accepted: null,
    decided: null,
    phase: 'idle',
    answered: [],
    latest: null,
  }),

  stable: ({ heard, round, promised, accepted, decided }) => ({ heard, round, promised, accepted, decided }),

  uponReceiving: {
    prepare(p, state, { ballot }, from) {
      if (state.decided !== null) return p.send(from, { type: 'decide', value: state.decided })
      if (!isBefore(state.promised, ballot)) return
      Object.assign(state, { promised: ballot, phase: 'idle' })
      p.send(from, { type: 'promise', ballot, accepted: state.accepted })
      wait(p, state)
    },

    promise(p, state, { ballot, accepted }, from) {
      if (!isAnswer(state, 'preparing', ballot, from)) return
      state.latest = later(state.latest, accepted)
      propose(p, state)
    },

    accept(p, state, { ballot, value }, from) {
      if (state.decided !== null) return p.send(from, { type: 'decide', value: state.decided })
      if (state.promised !== null && isBefore(ballot, state.promised)) return
      Object.assign(state, { promised: ballot, accepted: { ballot, value }, phase: 'idle' })
      p.send(from, { type: 'accepted', ballot })
      if (!state.heard) wait(p, state)
    },

    accepted(p, state, { ballot }, from) {
      if (isAnswer(state, 'accepting', ballot, from)) conclude(p, state)
    },

    decide: (p, state, { value }) => decide(p, state, value),
  },
}

const [roundsMax, patience] = [1000, 6]

/** Begins a ballot, later than all that it has heard of. */
export function begin(p: Processor<Message>, state: State): void {
  if (state.decided !== null || state.round === roundsMax) return
  state.round = Math.max(state.round, state.promised?.[0] ?? 0) + 1
  const ballot = ballotOf(state)
  Object.assign(state, { promised: ballot, phase: 'preparing', answered: [], latest: state.accepted })
  p.sendToAll({ type: 'prepare', ballot })
  wait(p, state)
  propose(p, state)
}

const ballotOf = ({ round, id }: State): Ballot => [round, id]

/** Waits for a decision before it begins a ballot. */
export function wait(p: Processor<Message>, state: State): void {
  state.heard = true
  p.setTimer('retry', (longestWait(state) / 2) * (1 + p.random()))
}

/** For how long it waits at most for a decision before it begins a ballot; half of that at least. */
export const longestWait = ({ round }: Pick<State, 'round'>): number =>
  2 * patience * 2 ** Math.min(round, 20)

/** Whether an answer is one to the ballot at work, and not a second one; notes it. */
function isAnswer(state: State, phase: State['phase'], ballot: Ballot, from: Channel): boolean {
  if (state.phase !== phase || ballot[0] !== state.round || state.answered.includes(from)) return false
  state.answered.push(from)
  return true
}

/** With itself. */
const isMajority = ({ answered, n }: State): boolean => 2 * (answered.length + 1) > n

/** Once a majority has promised, proposes the latest value that one of them has accepted. */
function propose(p: Processor<Message>, state: State): void {
  if (!isMajority(state)) return
  const [ballot, value] = [ballotOf(state), state.latest?.value ?? state.value]
  Object.assign(state, { accepted: { ballot, value }, phase: 'accepting', answered: [] })
  p.sendToAll({ type: 'accept', ballot, value })
  conclude(p, state)
}

/** Once a majority has accepted its value, decides it and tells all others. */
function conclude(p: Processor<Message>, state: State): void {
  if (!isMajority(state)) return
  decide(p, state, state.accepted!.value)
  p.sendToAll({ type: 'decide', value: state.accepted!.value })
}

function decide(p: Processor<Message>, state: State, value: number): void {
  Object.assign(state, { decided: state.decided ?? value, phase: 'idle', heard: true })
  p.mark('decided')
}
