import { InputError } from '../../errors.ts'
import { initialOf, initialParameter } from './initial.ts'
import type { ObjectFamily } from './sequential-object.ts'

/** An atomic snapshot (section 10.3): each processor updates a segment of its own, and a scan sees all at once. */
export const snapshot: ObjectFamily<'snapshot'> = {
  name: 'snapshot',
  summary: 'update(value) of one’s own segment; scan answers the list of all',
  parameters: {
    n: { kind: 'integer', default: 2, min: 1, description: 'how many segments: those of p_0 … p_(n-1)' },
    ...initialParameter('null'),
  },
  operations: ['update', 'scan'],
  create: (values) => ({
    name: 'snapshot',
    operations: snapshot.operations,
    initial: new Array(Number(values.n)).fill(initialOf(values)),
    observes: ({ operation }) => operation === 'scan',
    byProcessor: true,
    apply(state, operation, argument, processor) {
      const segments = state as readonly unknown[]
      if (operation === 'scan') return { state: segments, result: segments }
      if (processor >= segments.length)
        throw new InputError(`p_${processor} has no segment; write snapshot:n=${processor + 1} or more`)
      return { state: segments.with(processor, argument) }
    },
  }),
}
