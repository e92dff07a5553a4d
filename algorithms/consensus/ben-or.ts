import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  type Condition,
  consensus,
  exactly,
  expected,
  expectedAtMost,
  type Instance,
  withoutFaults,
} from '../../engine/index.ts'
import { byPhases, type Message, P, type State } from './ben-or-phases.ts'
import { bitValidity, differentBits, halfOfEach, notHalfOfEach, sameBits } from './bits.ts'
import { splitVotes } from './split-votes.ts'

type Input = { readonly value: number; readonly f: number }

/** The scheduler that the algorithm declares, where it can keep everyone from a majority. */
const splitting: Condition = {
  text: 'votes are split by the worst delays, n ≥ 4 and f = ⌈n/2⌉ − 1',
  about: ['delays'],
  holds: ({ delay = '', instance: { network, f } }) =>
    delay.startsWith('worst') && network.n >= 4 && f === Math.ceil(network.n / 2) - 1,
}

const q = {
  description: 'the probability that half of n coins show a 1: C(n, n/2)/2ⁿ if n is even, else 0',
  value({ network: { n } }: Instance) {
    if (n % 2 === 1) return 0
    let product = 1
    for (let i = 1; i <= n / 2; i++) product *= (n / 2 + i) / (4 * i)
    return product
  },
}

const noneMayFail: Condition = { text: 'f = 0', about: [], holds: ({ instance: { f = 0 } }) => f === 0 }

/**
 * Ben-Or’s consensus: in a phase all report a bit; who has n − f reports proposes the bit that more than half of all
 * report, if there is one; who has n − f proposals decides what more than f propose, takes what one proposes, and else
 * flips a coin. No two bits are proposed in a phase. Sooner or later all coins fall alike.
 */
export const benOr: Algorithm<State, Message, Input> = {
  name: 'ben-or',
  title: 'Ben-Or',
  summary: 'asynchronous consensus by coins, whichever processors crash, if they are less than half',
  source: 'Ben-Or 1983; Aguilera & Toueg 2012',
  remarks:
    'Of an input that is no bit, its parity counts. Whoever decides votes in one phase more, in which all others decide. The delays worst split the votes: with f = ⌈n/2⌉ − 1 a phase then fails unless all coins fall alike.',
  requires: { resilience: 'n > 2f', shape: 'complete', coins: true },
  tolerates: ['crash'],
  terminates: true,
  marks: ['decided'],
  ...byPhases({ propose: (n) => n / 2, decide: (_, f) => f, adopt: () => 0 }),

  claims: {
    messages: [
      // Two phases, in which everyone reports and proposes to everyone else.
      exactly('4n (n - 1)', { when: both(withoutFaults, sameBits) }),
      atMost('2n (n - 1)(P + 1)', { when: withoutFaults, where: { P } }),
      // Whoever crashes may have decided a phase later than all others.
      atMost('2n (n - 1)(P + 1) + 2(n - 1) fa', { where: { P } }),
    ],
    'time:decided': [
      atMost('2P', { when: allAwakeAtZero, where: { P } }),
      atMost('w + 2P + 1', { where: { P } }),
    ],
    'column:phases': [
      exactly('1', { when: sameBits }),
      expected('1 + 2^(n - 1)', {
        when: both(both(splitting, differentBits), both(withoutFaults, allAwakeAtZero)),
      }),
      // All hear all, so that all come to the same, and flip coins only where half of all report a 1.
      exactly('1', { when: both(noneMayFail, both(withoutFaults, notHalfOfEach)) }),
      expected('1 + 1/(1 - q)', { when: both(noneMayFail, both(withoutFaults, halfOfEach)), where: { q } }),
      // All who flip a coin may find what others take.
      expectedAtMost('2^n + 1'),
    ],
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: bitValidity,
    termination: consensus.termination,
  },

  worstDelays: splitVotes,
}
