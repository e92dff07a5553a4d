import {
  type Algorithm,
  always,
  atMost,
  both,
  type Channel,
  type ConfigurationView,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  rootAwakeAtZero,
  unitDelays,
} from '../../engine/index.ts'

type Message =
  | { readonly type: 'prepare' }
  | { readonly type: 'vote'; readonly yes: boolean }
  | { readonly type: 'decision'; readonly commit: boolean }
type Input = { readonly value: number; readonly isRoot: boolean }
/** Decided is 1 to commit, 0 to abort. */
interface State extends Deciding {
  readonly isRoot: boolean
  /** Whether it votes to commit: its input is not 0. */
  readonly yes: boolean
  /** From how many the coordinator has votes, and whether one of them was no. */
  votes: number
  vetoed: boolean
}

/**
 * Two-phase commit: the coordinator, which is the root, asks all others to prepare; they vote; it decides to commit if all
 * vote yes, and tells them. Who has voted yes waits for the decision, for ever if the coordinator crashes.
 */
export const twoPhaseCommit: Algorithm<State, Message, Input> = {
  name: 'two-phase-commit',
  title: 'Two-phase commit',
  summary: 'the coordinator asks all for their votes, and commits if all vote yes',
  source: 'Gray 1978; Lampson & Sturgis 1976',
  remarks:
    'An input of 0 is a no. Nothing is waited for with a timeout, so that any crash before the votes are in, and one of the coordinator at any time, may block the others; none of them ever decides against another.',
  requires: { root: true, shape: 'complete' },
  terminates: true,
  wokenByMessage: 'joins',
  marks: ['decided'],

  initially: ({ value, isRoot }) => ({
    isRoot,
    yes: value !== 0,
    votes: 0,
    vetoed: value === 0,
    decided: null,
  }),

  uponStart(p, state) {
    if (!state.isRoot) return
    p.sendToAll({ type: 'prepare' })
    conclude(p, state)
  },

  uponReceiving: {
    prepare(p, state, _, from: Channel) {
      p.send(from, { type: 'vote', yes: state.yes })
    },
    vote(p, state, { yes }) {
      state.votes++
      if (!yes) state.vetoed = true
      conclude(p, state)
    },
    decision(p, state, { commit }) {
      decide(p, state, commit)
    },
  },

  bits: { prepare: () => 0, vote: () => 1, decision: () => 1 },

  claims: {
    // Each of the others is asked, votes and is told.
    messages: exactly('3(n - 1)'),
    time: [
      exactly('3', { when: both(unitDelays, rootAwakeAtZero) }),
      atMost('3', { when: rootAwakeAtZero }),
      atMost('w + 3'),
    ],
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: always<State>(({ states }: ConfigurationView<State>) => {
      const unanimous = states.every(({ yes }) => yes)
      const wrong = states.findIndex(({ decided }) => decided !== null && decided !== (unanimous ? 1 : 0))
      return (
        wrong < 0 ||
        `p_${wrong} decides ${states[wrong]!.decided}, but ${unanimous ? 'all vote yes' : 'somebody votes no'}`
      )
    }),
    termination: consensus.termination,
  },
}

/** Decides once all votes are in; whoever is alone has none to wait for. */
function conclude(p: Processor<Message>, state: State): void {
  if (state.votes < p.degree) return
  p.sendToAll({ type: 'decision', commit: !state.vetoed })
  decide(p, state, !state.vetoed)
}

function decide(p: Processor<Message>, state: State, commit: boolean): void {
  state.decided = commit ? 1 : 0
  p.mark('decided')
  p.terminate()
}
