import { isBefore, outOfOrder } from './out-of-order.ts'
import type { ObjectFamily } from './sequential-object.ts'
import { takenInOrder } from './taken-in-order.ts'

/** Last in, first out. `pop` on an empty stack answers null. */
export const stack: ObjectFamily<'stack'> = {
  name: 'stack',
  summary: 'push(value); pop answers the newest value, null if there is none',
  parameters: {},
  operations: ['push', 'pop'],
  create: () => ({
    name: 'stack',
    operations: stack.operations,
    initial: [],
    observes: ({ operation, result }) => operation === 'pop' && (result ?? null) === null,
    prospects: (operations) => takenInOrder(operations, 'push', 'pop', 'newest first'),
    refutation: (operations) =>
      outOfOrder(
        operations,
        'push',
        'pop',
        (a, b) => isBefore(a.put, b.put) && isBefore(b.put, a.take) && isBefore(a.take, b.take),
      ),
    apply(state, operation, argument) {
      const values = state as readonly unknown[]
      if (operation === 'push') return { state: [...values, argument] }
      return { state: values.slice(0, -1), result: values.at(-1) ?? null }
    },
  }),
}
