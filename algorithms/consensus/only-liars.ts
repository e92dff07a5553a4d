import type { Condition } from '../../engine/index.ts'

/** Nothing fails but Byzantine processors, so that everyone else sends all that it is to send. */
export const onlyLiars: Condition = {
  text: 'whoever fails lies',
  about: ['faults'],
  // Kinds are joined by “+”, and so are the processors that lie, which are numbers.
  holds: ({ faults = 'none' }) => faults === 'none' || /^byzantine(?!.*\+[a-z])/.test(faults),
}
