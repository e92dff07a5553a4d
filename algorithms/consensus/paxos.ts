import {
  type Algorithm,
  atMost,
  both,
  type ConfigurationView,
  consensus,
  eventually,
  everyCorrectProcessor,
  exactly,
  oneInitiator,
  several,
  unitDelays,
  withoutFaults,
} from '../../engine/index.ts'
import { duel } from './duel.ts'
import { ballots, begin, type Input, type Message, type State, wait } from './paxos-ballots.ts'

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
    'Every processor is a proposer, an acceptor and a learner. Who has to decline says nothing. Waits begin with 6 units of time and double with every ballot, up to a million, with a random part; in the 1,000th round of ballots a processor gives up.',
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

  ...ballots,
  uponStart: begin,
  uponRecovery: wait,
  uponTimeout: { retry: begin },

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
  worstDelays: duel,
}
