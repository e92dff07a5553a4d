import {
  type Algorithm,
  atLeast,
  expected,
  expectedAtMost,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'
import {
  completeWithoutFaults,
  everyoneLeftInformed,
  meansOf,
  type Rumour,
  type RumourInput,
  type RumourState,
  rumourProperties,
  sendToAny,
  telling,
} from './rumour.ts'

/**
 * Gossip by push: in every round, each processor that knows the rumour tells it to a neighbour chosen at random. Nobody
 * knows when everyone is informed; the execution is stopped then. Frieze & Grimmett 1985; Pittel 1987.
 */
const { R, S } = meansOf({ pushes: true, pulls: false })

/** Who knows the rumour tells it (Frieze & Grimmett 1985). */
export const gossipPush: Algorithm<RumourState, Rumour, RumourInput> = {
  name: 'gossip-push',
  title: 'Push',
  summary: 'gossip: in every round, whoever knows the rumour tells it to a random neighbour',
  source: 'Frieze & Grimmett 1985; Pittel 1987',
  remarks:
    'The means that are claimed on complete graphs are exact up to n = 1024: the number of those who know the rumour is a Markov chain. It never falls silent: an execution is stopped when everyone knows the rumour, and what was sent in that round counts. Where processors crash, it is stopped when all that have not crashed know it, and ends silently when all who knew it have crashed.',
  requires: { root: true, coins: true, synchronous: true, initiators: 'together' },
  tolerates: ['crash'],
  terminates: false,

  initially: ({ isRoot, value }) => ({ rumour: isRoot ? value : null }),

  uponStart: push,

  uponRound(p, state, inbox) {
    for (const { message } of inbox) state.rumour = message.rumour
    push(p, state)
  },

  stopWhen: everyoneLeftInformed,

  bits: { rumour: ({ value }) => value },

  claims: {
    // In the round after which everyone is informed, all n have called once more.
    messages: [
      expected('S + n', { when: completeWithoutFaults, where: { S } }),
      atLeast('n - 1', { when: withoutFaults }),
    ],
    time: [
      expectedAtMost('ceil(log2(n)) + ln(n) + 2.765', {
        when: completeWithoutFaults,
        source: 'Doerr & Künnemann 2014, up to o(1)',
      }),
      expected('R', { when: completeWithoutFaults, where: { R } }),
      // In a round, those who know at most double, and the rumour goes one channel further.
      atLeast('max(ecc, ceil(log2(n)))', { when: withoutFaults }),
    ],
  },

  properties: rumourProperties,
}

function push(p: Processor<Rumour>, { rumour }: RumourState): void {
  if (rumour !== null) sendToAny(p, telling(rumour))
}
