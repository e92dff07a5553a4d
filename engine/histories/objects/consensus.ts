import type { ObjectFamily } from './sequential-object.ts'

/** Decides once: `propose(value)` is answered with the value that was proposed first. */
export const consensus: ObjectFamily<'consensus'> = {
  name: 'consensus',
  summary: 'propose(value) answers the value that was proposed first',
  parameters: {},
  operations: ['propose'],
  create: () => ({
    name: 'consensus',
    operations: consensus.operations,
    initial: null,
    apply(state, _, argument) {
      const decided = state ?? argument
      return { state: decided, result: decided }
    },
  }),
}
