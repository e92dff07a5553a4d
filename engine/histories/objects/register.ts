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
    states: (operations) => [
      initialOf(values),
      ...new Set(operations.flatMap(({ operation, argument }) => writtenBy(operation, argument))),
    ],
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

/** The value that an operation may write. */
function writtenBy(operation: string, argument: unknown): unknown[] {
  if (operation === 'read') return []
  return [operation === 'write' ? argument : (argument as readonly unknown[])[1]]
}
