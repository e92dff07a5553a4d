import type { NumberParameter } from '../../specs/entry.ts'

/** The delay of what an adversary lets pass. */
export const fastParameter = {
  kind: 'number',
  default: 1e-6,
  min: 1e-9,
  max: 1,
  description: 'the delay of a fast message',
} as const satisfies NumberParameter
