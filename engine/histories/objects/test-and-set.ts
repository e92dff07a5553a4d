import type { ObjectFamily } from './sequential-object.ts'

/** A bit: `test-and-set` answers what it was and makes it 1, `reset` makes it 0. */
export const testAndSet: ObjectFamily<'test-and-set'> = {
  name: 'test-and-set',
  summary: 'test-and-set answers the bit before and sets it; reset; read',
  parameters: {},
  operations: ['test-and-set', 'reset', 'read'],
  create: () => ({
    name: 'test-and-set',
    operations: testAndSet.operations,
    initial: 0,
    states: () => [0, 1],
    observes: ({ operation, result }) =>
      operation === 'read' || (operation === 'test-and-set' && result === 1),
    apply(state, operation) {
      if (operation === 'reset') return { state: 0 }
      return { state: operation === 'read' ? state : 1, result: state }
    },
  }),
}
