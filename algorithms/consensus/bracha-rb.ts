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
import { byDefault } from './majority.ts'
import { allOrNone, obedience, s, sender, termination } from './obedience.ts'
import { onlyLiars } from './only-liars.ts'
import { type Placed, type Places, places, placesOf } from './places.ts'
import { hear, newWitness, type Witness, type Word } from './witness.ts'

type Message = { readonly [W in Word]: { readonly type: W; readonly value: number } }[Word]
interface State extends Deciding, Places, Witness {
  readonly f: number
  readonly value: number
}

/**
 * Bracha’s reliable broadcast: whoever hears the sender echoes it; whoever hears enough echoes, or that one correct
 * processor is ready, is ready; whoever hears that f + 1 correct processors are ready delivers. A sender that lies can
 * keep all from delivering, but cannot make two deliver different values, nor one deliver and another not.
 */
export const brachaRb: Algorithm<State, Message, Placed> = {
  name: 'bracha-rb',
  title: 'Bracha’s reliable broadcast',
  summary: 'all correct processors deliver the same or nothing, whoever lies: initial, echo, ready',
  source: 'Bracha 1987',
  remarks:
    'To decide is to deliver. The sender has the least identifier. Own echoes and readies are counted and cost nothing; with them, messages would be 2n² + n.',
  requires: { resilience: 'n > 3f', ...places, initiators: 'all' },
  tolerates: ['byzantine'],
  terminates: false,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    value: input.value,
    ...newWitness(),
    decided: null,
  }),

  uponStart(p, state) {
    if (state.place !== sender) return
    p.sendToAll({ type: 'initial', value: state.value })
    heard(p, state, { word: 'initial', value: state.value })
  },

  uponReceiving: {
    initial(p, state, { value }, from) {
      if (state.places[from] === sender) heard(p, state, { word: 'initial', value, from })
    },
    echo: (p, state, { value }, from) => heard(p, state, { word: 'echo', value, from }),
    ready: (p, state, { value }, from) => heard(p, state, { word: 'ready', value, from }),
  },

  bits: { initial: ({ value }) => value, echo: ({ value }) => value, ready: ({ value }) => value },

  alphabet: ({ values }) =>
    [...new Set([byDefault, ...values])].flatMap((value) =>
      (['initial', 'echo', 'ready'] as const).map((type) => ({ type, value })),
    ),

  claims: {
    messages: [
      // The sender tells n − 1; everyone echoes to n − 1 and is ready to n − 1.
      exactly('(n - 1)(2n + 1)', { when: withoutFaults }),
      atMost('(n - 1)(2(n - fa) + 1)', { when: onlyLiars }),
      // If the sender is correct, all correct processors echo and are ready, whatever the liars do.
      atLeast('s (n - 1)(2(n - fa) + 1)', { when: onlyLiars, where: { s } }),
      atMost('(n - 1)(2n + 1)'),
    ],
    // Liars cannot keep a correct sender from being heard, or not for longer; where it is not, the bound is none.
    'time:decided': atMost('3/s', { when: both(onlyLiars, allAwakeAtZero), where: { s } }),
    time: [
      atMost('3', { when: both(withoutFaults, allAwakeAtZero) }),
      atMost('w + 3', { when: withoutFaults }),
    ],
  },

  properties: {
    agreement: consensus.agreement,
    validity: obedience,
    termination,
    totality: allOrNone,
  },
}

function heard(
  p: Processor<Message>,
  state: State,
  said: { word: Word; value: number; from?: number },
): void {
  hear(state, said, { n: p.degree + 1, f: state.f }, (type, value) => p.sendToAll({ type, value }))
  if (state.delivered === null || state.decided !== null) return
  state.decided = state.delivered
  p.mark('decided')
}
