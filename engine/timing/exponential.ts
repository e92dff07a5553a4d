import type { DelayFamily } from './delay-family.ts'

/**
 * Exponentially distributed delays of mean 1. They have no memory: of all messages in transit, each is equally
 * likely to arrive next.
 */
export const exponential: DelayFamily<'exponential'> = {
  name: 'exponential',
  summary: 'exponential with mean 1; unbounded',
  parameters: {},
  create: ({ stream }) => ({
    kind: 'independent',
    bounded: false,
    fill(block) {
      stream.fillPositive(block)
      // The draw 1, whose logarithm is 0, stands for all numbers between 1 − 2^−53 and 1: it becomes 2^−54.
      for (let i = 0; i < block.length; i++) block[i] = -Math.log(block[i]!) || 2 ** -54
    },
  }),
}
