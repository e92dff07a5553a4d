import { initialNumber, initialParameter } from './initial.ts'
import type { ObjectFamily } from './sequential-object.ts'

/** A read-modify-write variable that adds and answers what it was before. */
export const fetchAndAdd: ObjectFamily<'fetch-and-add'> = {
  name: 'fetch-and-add',
  summary: 'fetch-and-add(by) answers the value before; read',
  parameters: initialParameter('0'),
  operations: ['fetch-and-add', 'read'],
  create: (values) => ({
    name: 'fetch-and-add',
    operations: fetchAndAdd.operations,
    initial: initialNumber(values),
    observes: ({ operation }) => operation === 'read',
    apply: (state, operation, argument) => ({
      state: operation === 'read' ? state : Number(state) + Number(argument ?? 1),
      result: state,
    }),
  }),
}
