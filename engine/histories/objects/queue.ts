import { isBefore, outOfOrder } from './out-of-order.ts'
import type { ObjectFamily } from './sequential-object.ts'
import { takenInOrder } from './taken-in-order.ts'

/** First in, first out. `dequeue` on an empty queue answers null. */
export const queue: ObjectFamily<'queue'> = {
  name: 'queue',
  summary: 'enqueue(value); dequeue answers the oldest value, null if there is none',
  parameters: {},
  operations: ['enqueue', 'dequeue'],
  create: () => ({
    name: 'queue',
    operations: queue.operations,
    initial: [],
    observes: ({ operation, result }) => operation === 'dequeue' && (result ?? null) === null,
    prospects: (operations) => takenInOrder(operations, 'enqueue', 'dequeue', 'oldest first'),
    refutation: (operations) =>
      outOfOrder(
        operations,
        'enqueue',
        'dequeue',
        (a, b) => isBefore(a.put, b.put) && isBefore(b.take, a.take),
      ),
    apply(state, operation, argument) {
      const values = state as readonly unknown[]
      if (operation === 'enqueue') return { state: [...values, argument] }
      return { state: values.slice(1), result: values[0] ?? null }
    },
  }),
}
