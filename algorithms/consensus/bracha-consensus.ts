import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  consensus,
  exactly,
  finalQuantity,
  isFaulty,
  parametrised,
  type Unnamed,
  withoutFaults,
} from '../../engine/index.ts'
import { bitOf, sameBits, strongBitValidity } from './bits.ts'
import { broadcast, type Message, type State, witness } from './bracha-ballots.ts'
import { isVote } from './bracha-votes.ts'
import { type Placed, places, placesOf } from './places.ts'

const P = finalQuantity<State>('phases until all correct processors have decided', (configuration) =>
  configuration.states.reduce(
    (most, { decidedIn }, p) => (isFaulty(configuration, p) ? most : Math.max(most, decidedIn)),
    0,
  ),
)

/**
 * Bracha’s consensus. A phase has three steps, in each of which everyone sends a vote by reliable broadcast and waits for
 * those of n − f: it votes for what most voted for; then, if more than half of all agree, proposes that; and takes what more
 * than f propose, decides what more than 2f do, or else flips a coin. Liars cannot tell two processors different things,
 * and votes that cannot come from the votes of the step before are not counted: all that is left to them is to be silent.
 */
export const brachaConsensus = /* @__PURE__ */ parametrised({
  name: 'bracha-consensus',
  title: 'Bracha’s consensus',
  summary: 'asynchronous consensus by coins, whichever processors lie, if they are less than a third',
  parameters: {
    justified: {
      kind: 'text',
      choices: ['yes', 'no'],
      default: 'yes',
      description: 'whether votes must follow from those of the step before; without that liars may be heard',
    },
  },
  create: ({ justified }) => voting(justified === 'yes'),
})

function voting(justified: boolean): Unnamed<Algorithm<State, Message, Placed>> {
  return {
    summary: 'asynchronous consensus by coins on top of reliable broadcasts, if less than a third lies',
    source: 'Bracha 1987',
    remarks:
      'Of an input that is no bit, its parity counts. Whoever decides votes in one phase more, in which all others decide, and goes on to echo.',
    requires: { resilience: 'n > 3f', ...places, coins: true, initiators: 'all' },
    tolerates: justified ? ['byzantine'] : ['crash'],
    terminates: false,
    marks: ['decided'],

    initially: (input) => ({
      f: input.f,
      justified,
      ...placesOf(input),
      ...{ phase: 1, step: 1, vote: bitOf(input.value), decidedIn: 0, decided: null },
      ...{ heard: {}, unjustified: [], votes: {} },
    }),

    uponStart: broadcast,

    uponReceiving: {
      initial(p, state, message, from) {
        if (state.places[from] === message.origin) witness(p, state, message, from)
      },
      echo: witness,
      ready: witness,
    },

    bits: { initial: sizeOf, echo: sizeOf, ready: sizeOf },

    alphabet: ({ n }) => allMessages(n),

    claims: {
      messages: [
        // All decide in the first phase and vote in the second: six broadcasts of everyone.
        exactly('6n (n - 1)(2n + 1)', { when: both(withoutFaults, sameBits) }),
        atMost('3n (n - 1)(2n + 1)(P + 1)', { when: withoutFaults, where: { P } }),
      ],
      // A vote takes three units of time, and by then all have what it follows from.
      'time:decided': [
        atMost('9P', { when: allAwakeAtZero, where: { P } }),
        atMost('w + 9P', { where: { P } }),
      ],
      'column:phases': exactly('1', { when: sameBits }),
    },

    properties: {
      agreement: consensus.agreement,
      validity: strongBitValidity,
      termination: consensus.termination,
    },
    columns: { phases: { description: P.description, read: (final) => P.final(final) } },
  }
}

/** Whose vote it is, the phase, one of three steps, and one of four values. */
const sizeOf = ({ identifier }: { readonly identifier: number }, { phase }: Message): number =>
  identifier + Math.ceil(Math.log2(phase + 1)) + 4

/** The messages of the first two phases, for liars. */
function allMessages(n: number): Message[] {
  const steps = [1, 2, 3] as const
  return Array.from({ length: n }, (_, origin) => origin).flatMap((origin) =>
    [1, 2].flatMap((phase) =>
      steps.flatMap((step) =>
        [0, 1, 2, 3]
          .filter((value) => isVote(step, value))
          .flatMap((value) =>
            (['initial', 'echo', 'ready'] as const).map((type) => ({ type, origin, phase, step, value })),
          ),
      ),
    ),
  )
}
