import { sameValue } from '../same-value.ts'
import { initialOf, initialParameter } from './initial.ts'
import type { ObjectFamily } from './sequential-object.ts'

/** A register: `read` answers the value of the last `write`; `cas([old, new])` writes where it finds the old value. */
export const register: ObjectFamily<'register'> = {
  name: 'register',
  summary: 'read; write(value); cas([old, new]) answers whether it has written',
  parameters: initialParameter('null'),
  operations: ['read', 'write', 'cas'],
  create: (values) => ({
    name: 'register',
    operations: register.operations,
    initial: initialOf(values),
    observes: ({ operation, result }) => operation === 'read' || (operation === 'cas' && result === false),
    apply(state, operation, argument) {
      if (operation === 'read') return { state, result: state }
      if (operation === 'write') return { state: argument }
      const [before, after] = argument as readonly unknown[]
      const result = sameValue(state, before)
      return { state: result ? after : state, result }
    },
  }),
}
