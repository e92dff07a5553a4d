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
import { prepare, promise, stand } from './multi-paxos/ballots.ts'
import { multiPaxosProperties } from './multi-paxos/properties.ts'
import { accept, accepted, beat, chosen, hear, tell } from './multi-paxos/slots.ts'
import { type Input, type Message, newServer, type State } from './multi-paxos/state.ts'

/**
 * Multi-Paxos: a log of commands, each slot of which is an instance of Paxos. A leader carries out phase 1 once for all slots,
 * and phase 2 for each; several slots may be under way at once. A new leader proposes again what may have been chosen, and
 * fills the gaps with no-ops. The first command of the log is what all decide.
 */
export const multiPaxos = /* @__PURE__ */ parametrised({
  name: 'multi-paxos',
  title: 'Multi-Paxos',
  summary: 'consensus on a log: a leader prepares once for all slots, and proposes in one after the other',
  parameters: {
    entries: { kind: 'integer', min: 1, default: 3, description: 'how many commands are to be chosen' },
    pipeline: { kind: 'integer', min: 1, default: 2, description: 'how many slots may be under way at once' },
  },
  create: (asked) => replicated(asked),
})

const smooth = both(both(withoutFaults, several), both(unitDelays, allAwakeAtZero))
const sumOf =
  (read: (state: State) => number) =>
  ({ states }: ConfigurationView) =>
    (states as readonly State[]).reduce((sum, state) => sum + read(state), 0)
const e = {
  description: 'how often somebody was a candidate',
  final: sumOf(({ candidacies }) => candidacies),
}

function replicated(asked: {
  readonly entries: number
  readonly pipeline: number
}): Unnamed<Algorithm<State, Message, Input>> {
  return {
    summary: 'a leader prepares once for all slots of a log, and proposes commands in one after the other',
    source: 'Lamport 1998, 2001',
    remarks:
      'A leader proposes its input, again and again, until there are as many commands as asked for. Elections begin 10 to 20 units of time after the last sign of a leader; a leader that has been silent for 3 says that it is there, and proposes again what is not accepted. Who lacks something that is chosen asks for it. Ballots, what was accepted, and what the state machine was told are on stable storage. A server stands 1,000 times at most, and sends as many heartbeats. Logs are not made shorter.',
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
    marks: ['decided', 'complete'],

    initially: (input) => newServer(input, asked),

    stable: ({ round, promised, accepted, applied, told, decided, candidacies, gaps }) => ({
      ...{ round, promised, accepted, applied, told, decided, candidacies, gaps },
    }),

    uponStart: (p) => awaitLeader(p),
    uponRecovery: (p) => awaitLeader(p),
    uponTimeout: { election: stand, heartbeat: beat },
    uponReceiving: { prepare, promise, accept, accepted, heartbeat: hear, missing: tell, chosen },

    stopWhen: (configuration) =>
      configuration.states.every(
        ({ told, entries }, p) => told >= entries || isGone(configuration, p) || configuration.terminated(p),
      ),

    claims: {
      // A ballot asks for promises; each command is proposed and accepted; then all hear that the last is chosen.
      messages: [
        atMost('(n - 1)(2 entries + 1 + 2e)', { when: smooth, where: { e } }),
        // At least a majority answers.
        atLeast('(n - 1)(entries + 2) + floor(n/2) (entries + 1)', { when: withoutFaults }),
      ],
      // Nobody stands before time 10, and somebody before 20; each phase takes two units of time, and news one more.
      'time-first:decided': [atLeast('14', { when: smooth }), atMost('24', { when: smooth })],
      'time:decided': atMost('25', { when: smooth }),
      // From phase 1 on, `pipeline` commands every two units of time.
      'time-first:complete': [
        atLeast('12 + 2 ceil(entries / pipeline)', { when: smooth }),
        atMost('22 + 2 ceil(entries / pipeline)', { when: smooth }),
      ],
    },

    properties: {
      ...multiPaxosProperties,
      agreement: consensus.uniformAgreement,
      validity: consensus.validity,
      termination: consensus.termination,
    },
    columns: {
      candidacies: { description: 'how often somebody was a candidate', read: e.final },
      gaps: { description: 'slots that were filled with no-ops', read: sumOf(({ gaps }) => gaps) },
    },
  }
}
