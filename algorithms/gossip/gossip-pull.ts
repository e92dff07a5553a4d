import { type Algorithm, atLeast, atMost, exactly, expected, withoutFaults } from '../../engine/index.ts'
import {
  completeWithoutFaults,
  everyoneServed,
  meansOf,
  type Rumour,
  type RumourInput,
  type RumourState,
  rumourProperties,
  sendToAny,
  telling,
} from './rumour.ts'

/**
 * Gossip by pull: again and again, each processor that does not know the rumour asks a neighbour chosen at random, who
 * answers if it knew the rumour then. Calls and their answers take two rounds. Demers et al. 1987; Karp, Schindelhauer,
 * Shenker & Vöcking 2000.
 */
type Message = { readonly type: 'question' } | Rumour
interface State extends RumourState {
  round: number
}

const QUESTION: Message = { type: 'question' }

const { R, S } = meansOf({ pushes: false, pulls: true })

/** Who does not know the rumour asks (Demers et al. 1987). */
export const gossipPull: Algorithm<State, Message, RumourInput> = {
  name: 'gossip-pull',
  title: 'Pull',
  summary: 'gossip: again and again, whoever does not know the rumour asks a random neighbour',
  source: 'Demers et al. 1987; Karp et al. 2000',
  remarks:
    'The means that are claimed on complete graphs are exact up to n = 1024: the number of those who know the rumour is a Markov chain. A call with its answer takes two rounds. It never falls silent: an execution is stopped when everyone knows the rumour; where processors crash, when all that have not crashed know it, or all who knew it have.',
  requires: { root: true, coins: true, synchronous: true, initiators: 'together' },
  tolerates: ['crash'],
  terminates: false,

  initially: ({ isRoot, value }) => ({ rumour: isRoot ? value : null, round: 0 }),

  uponStart(p, { rumour }) {
    if (rumour === null) sendToAny(p, QUESTION)
  },

  uponRound(p, state, inbox) {
    state.round++
    const { rumour } = state
    // Questions come in odd rounds, answers in even ones.
    if (state.round % 2 === 1 && rumour !== null) for (const { from } of inbox) p.send(from, telling(rumour))
    if (state.round % 2 === 1) return
    for (const { message } of inbox) if (message.type === 'rumour') state.rumour = message.rumour
    if (state.rumour === null) sendToAny(p, QUESTION)
  },

  // Where all questions went to others who do not know either, nothing is in transit.
  waits: ({ rumour }) => rumour === null,
  stopWhen: everyoneServed,

  bits: { question: () => 1, rumour: ({ value }) => value },

  claims: {
    messages: [
      expected('S', { when: completeWithoutFaults, where: { S } }),
      atLeast('2(n - 1)', { when: withoutFaults }),
    ],
    // Nobody asks again who has been answered.
    'messages:rumour': [exactly('n - 1', { when: withoutFaults }), atMost('n - 1')],
    time: [
      expected('2R', { when: completeWithoutFaults, where: { R } }),
      atLeast('2ecc', { when: withoutFaults }),
    ],
  },

  properties: rumourProperties,
}
