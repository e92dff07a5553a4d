import type { DelayFamily } from './delay-family.ts'

/** A message is slow, delay 1, with probability p, and fast otherwise; each message independently. */
export const bimodal: DelayFamily<'bimodal'> = {
  name: 'bimodal',
  summary: 'each message is slow (delay 1) with probability p, otherwise fast',
  parameters: {
    p: {
      kind: 'number',
      default: 0.1,
      min: 0,
      max: 1,
      description: 'the probability that a message is slow',
    },
    fast: { kind: 'number', default: 0.1, min: 1e-9, max: 1, description: 'the delay of a fast message' },
  },
  create({ values, stream }) {
    const p = values.p as number
    const fast = values.fast as number
    return {
      kind: 'independent',
      bounded: true,
      bounds: { min: fast, max: 1 },
      fill(block) {
        for (let i = 0; i < block.length; i++) block[i] = stream.uniform() < p ? 1 : fast
      },
    }
  },
}
