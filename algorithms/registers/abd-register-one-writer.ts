import {
  type Algorithm,
  atMost,
  both,
  exactly,
  finalQuantity,
  type Register,
  registers,
  several,
  unitDelays,
} from '../../engine/index.ts'
import {
  type Input,
  initially,
  type Message,
  overwrite,
  query,
  type State,
  uponReceiving,
} from './quorums.ts'

const W = finalQuantity<State>('writes', ({ states, instance }) => states[instance.root]!.copy.time)

/**
 * The atomic register of one writer, the root, which knows the latest version: it has a majority adopt the next. Readers
 * ask a majority and write back what they have found. Attiya, Bar-Noy & Dolev 1995.
 */
export const abdRegisterOneWriter: Algorithm<State, Message, Input, Register> = {
  name: 'abd-register-one-writer',
  title: 'ABD register of one writer',
  summary:
    'an atomic register that the root writes: a majority adopts its versions, and readers ask a majority',
  source: 'Attiya, Bar-Noy & Dolev 1995; Attiya & Welch, section 10.4',
  requires: { root: true, identifiers: true, shape: 'complete' },
  terminates: false,
  service: registers.atomicOneWriter,

  initially,

  uponInvoking: {
    read(p, state) {
      query(p, state, null)
    },
    write: overwrite,
  },

  uponReceiving,

  claims: {
    // A write goes there and back once, a read twice.
    messages: exactly('4(n - 1) c - 2(n - 1) W', { where: { W } }),
    messages_per_operation: atMost('4(n - 1)'),
    'response:read': [exactly('4', { when: both(unitDelays, several) }), atMost('4')],
    'response:write': [exactly('2', { when: both(unitDelays, several) }), atMost('2')],
  },
}
