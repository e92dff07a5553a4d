import type { DelayFamily } from './delay-family.ts'

/** Every message takes one unit of time: the synchronous lockstep, seen by an asynchronous algorithm. */
export const constant: DelayFamily<'constant'> = {
  name: 'constant',
  summary: 'every delay is 1',
  unit: true,
  parameters: {},
  create: () => ({ kind: 'constant' }),
}
