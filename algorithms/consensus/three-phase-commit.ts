import {
  type Algorithm,
  always,
  atMost,
  both,
  type Condition,
  type ConfigurationView,
  consensus,
  type Deciding,
  exactly,
  isFaulty,
  type Processor,
  type Received,
  several,
  withoutFaults,
} from '../../engine/index.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

type Standing = 'uncertain' | 'prepared' | 'committed' | 'aborted'
type Message =
  | { readonly type: 'ask' }
  | { readonly type: 'standing'; readonly standing: Standing }
  | { readonly type: 'prepare' }
  | { readonly type: 'ready' }
  | { readonly type: 'decision'; readonly commit: boolean }
/** Decided is 1 to commit, 0 to abort. */
interface State extends Deciding, Places {
  /** Whether it votes to commit: its input is not 0. */
  readonly yes: boolean
  round: number
  prepared: boolean
  /** Whether it is the coordinator at work. */
  leads: boolean
}

const unanimous: Condition = {
  text: 'all vote yes',
  about: ['inputs'],
  holds: ({ instance }) => !Array.from(instance.values).includes(0),
}
const vetoed: Condition = {
  text: 'somebody votes no',
  about: ['inputs'],
  holds: ({ instance }) => Array.from(instance.values).includes(0),
}
const smooth = both(withoutFaults, several)

/**
 * Three-phase commit: between the votes and the decision to commit, all are told to prepare and say that they are ready. So
 * nobody commits while another does not know that all have voted yes, and nobody need wait for a coordinator that crashes: who
 * is undecided after its five rounds takes its place, one after the other, asks how all stand, and goes on from there.
 *
 * Silence is taken for a crash. In rounds it is one, as with a perfect failure detector; where channels fail, it is not.
 */
export const threePhaseCommit: Algorithm<State, Message, Placed> = {
  name: 'three-phase-commit',
  title: 'Three-phase commit',
  summary: 'commits if all vote yes, and never waits for whoever has crashed, the coordinator included',
  source: 'Skeen 1981',
  remarks:
    'An input of 0 is a no. The coordinators are, one every five rounds, the processors in the order of their identifiers. The first commits if all vote yes; each later one as it finds others, and aborts if nobody that it hears of is prepared.',
  requires: { resilience: 'n > f', ...placesInRounds },
  tolerates: ['crash'],
  terminates: false,
  marks: ['decided'],

  initially: (input) => ({
    ...placesOf(input),
    yes: input.value !== 0,
    round: 0,
    prepared: false,
    leads: false,
    decided: null,
  }),

  uponStart: lead,

  uponRound(p, state, inbox) {
    state.round++
    for (const { message, from } of inbox) hear(p, state, message, from)
    if (state.round % rounds === 0) lead(p, state)
    else if (state.leads && state.round % rounds === 2) propose(p, state, inbox)
    else if (state.leads && state.round % rounds === 4) tell(p, state, true)
  },

  waits: ({ decided }) => decided === null,

  bits: { ask: () => 0, standing: () => 2, prepare: () => 0, ready: () => 0, decision: () => 1 },

  claims: {
    // Each of the others is asked, votes, is told to prepare, is ready, and is told the decision; to abort, three of these.
    messages: [
      exactly('5(n - 1)', { when: both(smooth, unanimous) }),
      exactly('3(n - 1)', { when: both(smooth, vetoed) }),
      atMost('5n(n - 1)'),
    ],
    time: [
      exactly('5', { when: both(smooth, unanimous) }),
      exactly('3', { when: both(smooth, vetoed) }),
      atMost('5n'),
    ],
    // The last to lead has nobody to wait for.
    'time:decided': atMost('5n'),
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: always<State>((configuration: ConfigurationView<State>) => {
      const { states } = configuration
      const commits = states.findIndex(({ decided }) => decided === 1)
      const aborts = states.findIndex(({ decided }) => decided === 0)
      const no = states.findIndex(({ yes }) => !yes)
      if (commits >= 0 && no >= 0) return `p_${commits} commits, but p_${no} votes no`
      const isClean = no < 0 && !states.some((_, p) => isFaulty(configuration, p))
      return aborts < 0 || !isClean || `p_${aborts} aborts, but all vote yes and nobody fails`
    }),
    termination: consensus.termination,
  },
}

/** How long a coordinator leads. */
const rounds = 5

/** Asks how all stand, if its turn has come and it is undecided. */
function lead(p: Processor<Message>, state: State): void {
  state.leads = state.decided === null && state.round === rounds * state.place
  if (state.leads) p.sendToAll({ type: 'ask' })
}

function hear(p: Processor<Message>, state: State, message: Message, from: number): void {
  if (message.type === 'ask') {
    if (!state.yes && state.decided === null) decide(p, state, false)
    p.send(from, { type: 'standing', standing: standingOf(state) })
  } else if (message.type === 'prepare') {
    state.prepared = true
    p.send(from, { type: 'ready' })
  } else if (message.type === 'decision' && state.decided === null) decide(p, state, message.commit)
}

function standingOf({ decided, prepared }: State): Standing {
  if (decided !== null) return decided === 1 ? 'committed' : 'aborted'
  return prepared ? 'prepared' : 'uncertain'
}

/** The coordinator has heard from all that are up. */
function propose(p: Processor<Message>, state: State, inbox: readonly Received<Message>[]): void {
  const all = inbox.flatMap(({ message }) => (message.type === 'standing' ? [message.standing] : []))
  const isUnanimous = state.place === 0 && state.yes && all.length === p.degree && !all.includes('aborted')
  if (all.includes('committed')) tell(p, state, true)
  else if (isUnanimous || (!all.includes('aborted') && (state.prepared || all.includes('prepared')))) {
    state.prepared = true
    p.sendToAll({ type: 'prepare' })
  } else tell(p, state, false)
}

/** The coordinator decides and tells all. */
function tell(p: Processor<Message>, state: State, commit: boolean): void {
  decide(p, state, commit)
  state.leads = false
  p.sendToAll({ type: 'decision', commit })
}

function decide(p: Processor<Message>, state: State, commit: boolean): void {
  state.decided = commit ? 1 : 0
  p.mark('decided')
}
