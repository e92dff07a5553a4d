import { initialNumber, initialParameter } from './initial.ts'
import type { ObjectFamily } from './sequential-object.ts'

/** Counts; `increment` and `decrement` are by 1 unless they say by how much. */
export const counter: ObjectFamily<'counter'> = {
  name: 'counter',
  summary: 'increment(by); decrement(by); read',
  parameters: initialParameter('0'),
  operations: ['increment', 'decrement', 'read'],
  create: (values) => ({
    name: 'counter',
    operations: counter.operations,
    initial: initialNumber(values),
    observes: ({ operation }) => operation === 'read',
    apply(state, operation, argument) {
      if (operation === 'read') return { state, result: state }
      const by = Number(argument ?? 1)
      return { state: Number(state) + (operation === 'increment' ? by : -by) }
    },
  }),
}
