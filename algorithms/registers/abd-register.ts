import {
  type Algorithm,
  atMost,
  both,
  exactly,
  type Register,
  registers,
  several,
  unitDelays,
} from '../../engine/index.ts'
import { type Input, initially, type Message, query, type State, uponReceiving } from './quorums.ts'

/**
 * An atomic register that all may write, kept by all: whoever reads or writes asks a majority for the latest version, then
 * has a majority adopt the one that it has found or made. Two majorities have a processor in common, so nobody who
 * asks later finds an earlier one. Attiya, Bar-Noy & Dolev 1995; Lynch & Shvartsman 1997.
 */
export const abdRegister: Algorithm<State, Message, Input, Register> = {
  name: 'abd-register',
  title: 'ABD register',
  summary:
    'an atomic register that all write: a majority is asked for the latest version, and adopts the next',
  source: 'Attiya, Bar-Noy & Dolev 1995; Lynch & Shvartsman 1997; Attiya & Welch, section 10.4',
  requires: { identifiers: true, shape: 'complete' },
  terminates: false,
  service: registers.atomic,

  initially,

  uponInvoking: {
    read(p, state) {
      query(p, state, null)
    },
    write: query,
  },

  uponReceiving,

  claims: {
    // Late answers count, too.
    messages: exactly('4(n - 1) c'),
    messages_per_operation: exactly('4(n - 1)'),
    // There and back twice.
    'response:read': [exactly('4', { when: both(unitDelays, several) }), atMost('4')],
    'response:write': [exactly('4', { when: both(unitDelays, several) }), atMost('4')],
  },
}
