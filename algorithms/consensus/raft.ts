import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  both,
  type ConfigurationView,
  consensus,
  parametrised,
  several,
  type Unnamed,
  unitDelays,
  withoutFaults,
} from '../../engine/index.ts'
import { awaitLeader, isGone } from './elections.ts'
import { requestVote, stand, vote } from './raft/election.ts'
import { raftProperties } from './raft/properties.ts'
import { append, appended, beat } from './raft/replication.ts'
import { type Input, type Message, newServer, type State } from './raft/state.ts'

/**
 * Raft: a leader that a majority has elected for a term writes commands into its log and has the others copy it. Randomised
 * timeouts make it seldom that two stand at once. The first command that is committed is what all decide.
 */
export const raft = /* @__PURE__ */ parametrised({
  name: 'raft',
  title: 'Raft',
  summary: 'consensus on a log: an elected leader writes commands, which all copy and apply in one order',
  parameters: {
    entries: { kind: 'integer', min: 1, default: 3, description: 'how many entries are to be committed' },
  },
  create: ({ entries }) => committing(entries),
})

const smooth = both(both(withoutFaults, several), both(unitDelays, allAwakeAtZero))
const e = {
  description: 'how often somebody was a candidate',
  final: ({ states }: ConfigurationView) =>
    (states as readonly State[]).reduce((sum, { candidacies }) => sum + candidacies, 0),
}

function committing(entries: number): Unnamed<Algorithm<State, Message, Input>> {
  return {
    summary: 'an elected leader writes commands into its log, which all copy and apply in one order',
    source: 'Ongaro & Ousterhout 2014',
    remarks:
      'Each leader writes its input, once when it is elected, and again whenever all is committed and there are fewer entries than asked for. Elections begin 10 to 20 units of time after the last sign of a leader, heartbeats come after 3. Term, vote, log and what the state machine was told are on stable storage. A server stands 1,000 times at most, and sends as many heartbeats. Members do not change, and logs are not made shorter.',
    requires: {
      identifiers: true,
      size: true,
      shape: 'complete',
      resilience: 'n > 2f',
      initiators: 'all',
      clocks: true,
      coins: true,
    },
    tolerates: ['crash', 'recover', 'loss', 'duplicate', 'partition'],
    terminates: false,
    marks: ['decided'],

    initially: (input) => newServer(input, entries),

    stable({ term, votedFor, log, applied, decided, led, candidacies }) {
      return { term, votedFor, log, commit: applied.length, applied, decided, led, candidacies }
    },

    uponStart: (p) => awaitLeader(p),
    uponRecovery: (p) => awaitLeader(p),
    uponTimeout: { election: stand, heartbeat: beat },
    uponReceiving: { requestVote, vote, append, appended },

    stopWhen: (configuration) =>
      configuration.states.every(
        ({ commit }, p) => commit >= entries || isGone(configuration, p) || configuration.terminated(p),
      ),

    claims: {
      // An election asks and is answered; each entry is sent and confirmed, and then all hear that the last is committed.
      messages: [
        atMost('(n - 1)(2 entries + 2 + 2e)', { when: smooth, where: { e } }),
        // At least a majority answers; of a leader that does not come to commit its last entry, the votes are in excess.
        atLeast('(n - 1)(entries + 2) + floor(n/2) (entries + 1)', { when: withoutFaults }),
      ],
      // Nobody stands before time 10; a vote takes two units of time, and so does the first entry.
      'time-first:decided': atLeast('14', { when: smooth }),
    },

    properties: {
      ...raftProperties,
      agreement: consensus.uniformAgreement,
      validity: consensus.validity,
      termination: consensus.termination,
    },
    columns: { candidacies: { description: 'how often somebody was a candidate', read: e.final } },
  }
}
