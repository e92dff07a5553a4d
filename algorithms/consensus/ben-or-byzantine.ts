import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  consensus,
  exactly,
  expectedAtMost,
  withoutFaults,
} from '../../engine/index.ts'
import { byPhases, type Message, P, type State } from './ben-or-phases.ts'
import { sameBits, strongBitValidity } from './bits.ts'

type Input = { readonly value: number; readonly f: number }

/**
 * Ben-Or’s consensus among liars: a bit is proposed if more than (n + f)/2 report it, so that correct processors propose
 * no two; it is taken if more than f propose it, one of whom is correct, and decided if more than (n + f)/2 do, more than
 * f of whom are correct and heard by all.
 */
export const benOrByzantine: Algorithm<State, Message, Input> = {
  name: 'ben-or-byzantine',
  title: 'Ben-Or, n > 5f',
  summary: 'asynchronous consensus by coins, whichever processors lie, if they are less than a fifth',
  source: 'Ben-Or 1983, protocol B',
  remarks:
    'Of an input that is no bit, its parity counts. Whoever decides votes in one phase more, in which all others decide. One that leaves out messages may wait for ever.',
  requires: { resilience: 'n > 5f', shape: 'complete', coins: true },
  tolerates: ['byzantine'],
  terminates: false,
  marks: ['decided'],
  ...byPhases({
    propose: (n, f) => (n + f) / 2,
    decide: (n, f) => (n + f) / 2,
    adopt: (_, f) => f,
  }),

  claims: {
    messages: [
      exactly('4n (n - 1)', { when: both(withoutFaults, sameBits) }),
      atMost('2n (n - 1)(P + 1)', { when: withoutFaults, where: { P } }),
      atMost('2n (n - 1)(P + 1) + 2(n - 1) fa', { where: { P } }),
    ],
    'time:decided': [
      atMost('2P', { when: allAwakeAtZero, where: { P } }),
      atMost('w + 2P + 1', { where: { P } }),
    ],
    'column:phases': [exactly('1', { when: sameBits }), expectedAtMost('2^n + 1')],
  },

  properties: {
    agreement: consensus.agreement,
    validity: strongBitValidity,
    termination: consensus.termination,
  },
}
