import type { Instance } from '../../engine/index.ts'

/** The quantity B of claims about bits. */
export const B = {
  description: 'the bits of the largest input',
  value: ({ values }: Instance) =>
    Array.from(values)
      .reduce((a, b) => Math.max(a, b), 0)
      .toString(2).length,
}
