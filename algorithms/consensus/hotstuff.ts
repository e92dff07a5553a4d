import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  both,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'
import { obedience, s, sender, termination } from './obedience.ts'
import { onlyLiars } from './only-liars.ts'
import { type Placed, type Places, places, placesOf } from './places.ts'

/** With the certificate of the phase before; of the last phase: decide. */
interface Proposal {
  readonly type: 'proposal'
  readonly phase: number
  readonly value: number
  readonly certificate: string
}
type Message = Proposal | { readonly type: 'vote'; readonly phase: number; readonly value: number }
interface State extends Deciding, Places {
  readonly f: number
  readonly value: number
  /** By phase, whether it has voted. */
  readonly voted: boolean[]
  /** The leader’s: the phase that it has proposed, and who votes for its value in it, by channel, itself among them. */
  phase: number
  votes: readonly number[]
}

/** Prepare, pre-commit and commit are voted on; the last tells all to decide. */
const last = 3

/** In place of a channel, for what a processor says to itself. */
const itself = -1

/** What n − f together have signed; nobody else can make it. */
const certificateOf = (phase: number, value: number): string => `n − f vote for ${value} in phase ${phase}`

/**
 * The normal case of HotStuff, one proposal in one view: all talk to the leader alone. It proposes its input in three
 * phases; whoever finds in a proposal a certificate of the phase before votes for it, once in each phase, and n − f votes
 * are joined in a certificate of constant size. With that of the third phase all decide.
 */
export const hotstuff: Algorithm<State, Message, Placed> = {
  name: 'hotstuff',
  title: 'HotStuff, normal case',
  summary:
    'three phases of votes to the leader, who answers with certificates: seven rounds of n − 1 messages',
  source: 'Yin, Malkhi, Reiter, Golan Gueta & Abraham 2019',
  remarks:
    'The leader has the least identifier. The messages that begin a view, n − 1 more, and the change of views are left out. A certificate is a text, which no strategy to lie can write; strategies that draw from an alphabet are refused, for among all messages there are forged ones.',
  requires: { resilience: 'n > 3f', ...places, initiators: 'all' },
  tolerates: ['byzantine'],
  terminates: false,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    value: input.value,
    voted: [false, false, false],
    phase: 0,
    votes: [itself],
    decided: null,
  }),

  uponStart(p, state) {
    if (state.place === sender) propose(p, state)
  },

  uponReceiving: {
    proposal(p, state, { phase, value, certificate }, from) {
      if (state.places[from] !== sender) return
      if (phase > 0 && certificate !== certificateOf(phase - 1, value)) return
      if (phase === last) return decide(p, state, value)
      if (state.voted[phase] !== false) return
      state.voted[phase] = true
      p.send(from, { type: 'vote', phase, value })
    },
    vote(p, state, { phase, value }, from) {
      if (state.place !== sender || phase !== state.phase || value !== state.value) return
      if (!state.votes.includes(from)) state.votes = [...state.votes, from]
      advance(p, state)
    },
  },

  bits: { proposal: ({ value, count }) => value + count + 2, vote: ({ value, count }) => value + count + 2 },

  claims: {
    messages: [
      // Four proposals of the leader, and three votes of each other processor.
      exactly('7(n - 1)', { when: withoutFaults }),
      atMost('4(n - 1) + 3(n - 1 - fa)', { when: onlyLiars }),
      atLeast('s (4(n - 1) + 3(n - 1 - fa))', { when: onlyLiars, where: { s } }),
      atMost('7(n - 1)'),
    ],
    time: [
      atMost('7', { when: both(withoutFaults, allAwakeAtZero) }),
      atMost('w + 7', { when: withoutFaults }),
    ],
  },

  properties: { agreement: consensus.agreement, validity: obedience, termination },
}

function propose(p: Processor<Message>, state: State): void {
  const { phase, value } = state
  p.sendToAll({
    type: 'proposal',
    phase,
    value,
    certificate: phase === 0 ? '' : certificateOf(phase - 1, value),
  })
  if (phase === last) decide(p, state, value)
  else advance(p, state)
}

/** Goes on to the next phase if n − f have voted in this one. */
function advance(p: Processor<Message>, state: State): void {
  if (state.phase === last || state.votes.length < p.degree + 1 - state.f) return
  state.phase++
  state.votes = [itself]
  propose(p, state)
}

/** Decides; votes on earlier phases, whose proposals are still to come, may be needed. */
function decide(p: Processor<Message>, state: State, value: number): void {
  if (state.decided !== null) return
  state.decided = value
  p.mark('decided')
}
