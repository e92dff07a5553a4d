import {
  type Algorithm,
  allAwakeAtZero,
  both,
  consensus,
  exactly,
  type Processor,
  several,
  unitDelays,
  withoutFaults,
} from '../../engine/index.ts'
import { duel } from './duel.ts'
import {
  ballots,
  begin,
  type Input,
  type State as OfBallot,
  type Message as OfBallots,
  wait,
} from './paxos-ballots.ts'

type Message = OfBallots | { readonly type: 'ask' }
interface State extends OfBallot {
  /** How often it has asked for the decision. */
  asked: number
}

const smooth = both(both(both(withoutFaults, several), allAwakeAtZero), unitDelays)

/**
 * Paxos in which only the processor begins ballots that a failure detector Ω names as the leader. Two leaders at a time may
 * disturb each other, no more; once all have the same one, which does not crash, its next ballot is the last. All others ask
 * for the decision if they do not hear of it.
 */
export const paxosWithLeader: Algorithm<State, Message, Input> = {
  name: 'paxos-with-leader',
  title: 'Paxos with a leader oracle',
  summary: 'Paxos whose only proposer is the leader that a failure detector Ω names',
  source: 'Lamport 1998; Chandra, Hadzilacos & Toueg 1996',
  remarks:
    'Whoever does not lead asks the leader for the decision when it has waited for it, 6 units of time at least, 1,000 times at most. All else is as in paxos.',
  requires: {
    identifiers: true,
    size: true,
    shape: 'complete',
    resilience: 'n > 2f',
    clocks: true,
    coins: true,
    initiators: 'all',
    detector: 'Ω',
  },
  tolerates: ['crash', 'recover', 'loss', 'duplicate', 'partition'],
  terminates: false,
  marks: ['decided'],
  ...ballots,

  initially: (input) => ({ ...ballots.initially(input), asked: 0 }),

  uponStart: lead,
  uponRecovery: wait,
  uponTimeout: { retry: lead },
  uponReceiving: {
    ...ballots.uponReceiving,
    ask(p, { decided }, _, from) {
      if (decided !== null) p.send(from, { type: 'decide', value: decided })
    },
  },

  claims: {
    // The leader’s ballot asks and is answered twice, and tells what it decides.
    messages: exactly('5(n - 1)', { when: smooth }),
    'time-first:decided': exactly('4', { when: smooth }),
    'time:decided': exactly('5', { when: smooth }),
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: consensus.validity,
    termination: consensus.termination,
  },

  worstDelays: duel,
}

/** Begins a ballot if it leads; else asks who does. Who has only just begun to wait asks nothing yet. */
function lead(p: Processor<Message>, state: State): void {
  if (state.decided !== null || state.asked === asksMax) return
  const leader = p.leader()
  if (leader === null) return begin(p, state)
  if (state.heard) {
    state.asked++
    p.send(leader, { type: 'ask' })
  }
  wait(p, state)
}

/** Else it would go on for ever where a majority has crashed. */
const asksMax = 1000
