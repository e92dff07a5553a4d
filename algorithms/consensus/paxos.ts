import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  type ConfigurationView,
  consensus,
  type Deciding,
  eventually,
  everyCorrectProcessor,
  exactly,
  oneInitiator,
  type Processor,
  several,
  unitDelays,
  withoutFaults,
} from '../../engine/index.ts'
import { type Accepted, type Ballot, isBefore, later } from './ballots.ts'

type Message =
  | { readonly type: 'prepare'; readonly ballot: Ballot }
  | { readonly type: 'promise'; readonly ballot: Ballot; readonly accepted: Accepted | null }
  | { readonly type: 'accept'; readonly ballot: Ballot; readonly value: number }
  | { readonly type: 'accepted'; readonly ballot: Ballot }
  | { readonly type: 'decide'; readonly value: number }
type Input = { readonly id: number; readonly n: number; readonly value: number }
interface State extends Deciding, Input {
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

const alone = both(both(withoutFaults, several), both(oneInitiator, unitDelays))
const b = {
  description: 'the ballots that were begun',
  final: ({ states }: ConfigurationView) =>
    (states as readonly State[]).reduce((sum, { round }) => sum + round, 0),
}

/**
 * Paxos: whoever wakes by itself proposes. A ballot asks a majority for promises to take part in none that is earlier, proposes
 * the latest value that one of them has accepted, or its own input, and decides when a majority has accepted it. Two
 * majorities have a processor in common, so all later ballots propose what one has decided.
 *
 * Who has not decided after a while begins a ballot. Agreement needs no time at all; termination needs a ballot that nobody
 * disturbs for long enough, for which waits grow.
 */
export const paxos: Algorithm<State, Message, Input> = {
  name: 'paxos',
  title: 'Paxos',
  summary: 'consensus by ballots: a majority promises, then a majority accepts; any number of proposers',
  source: 'Lamport 1998',
  remarks:
    'Every processor is a proposer, an acceptor and a learner. Who has to decline says nothing. Waits begin with 6 units of time and double with every ballot, up to a million, with a random part; after 30 ballots of its own a processor gives up.',
  requires: {
    identifiers: true,
    size: true,
    shape: 'complete',
    resilience: 'n > 2f',
    clocks: true,
    coins: true,
  },
  tolerates: ['crash', 'recover', 'loss', 'duplicate', 'partition'],
  terminates: false,
  wokenByMessage: 'joins',
  marks: ['decided'],

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

  uponStart: begin,
  uponRecovery: wait,
  uponTimeout: { retry: begin },

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

  claims: {
    // A ballot asks and is answered twice, and tells what it decides.
    messages: [
      exactly('5(n - 1)', { when: alone }),
      atMost('5(n - 1) b', { when: withoutFaults, where: { b } }),
    ],
    'time-first:decided': exactly('4', { when: alone }),
    'time:decided': exactly('5', { when: alone }),
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: consensus.validity,
    termination: eventually(
      everyCorrectProcessor<State>(
        ({ heard, decided }) => !heard || decided !== null,
        'decides, if it has heard of a ballot',
      ),
    ),
  },
  columns: { ballots: { description: 'the ballots that were begun', read: b.final } },
}

const [roundsMax, patience] = [30, 6]

/** Begins a ballot, later than all that it has heard of. */
function begin(p: Processor<Message>, state: State): void {
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
function wait(p: Processor<Message>, state: State): void {
  state.heard = true
  p.setTimer('retry', patience * 2 ** Math.min(state.round, 20) * (1 + p.random()))
}

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
