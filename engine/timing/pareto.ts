import type { DelayFamily } from './delay-family.ts'

/**
 * Pareto distributed delays, P(delay > x) = x^−shape for x ≥ 1: heavy tails.
 *
 * The mean is shape / (shape − 1), infinite for shape ≤ 1; the variance is infinite for shape ≤ 2.
 */
export const pareto: DelayFamily<'pareto'> = {
  name: 'pareto',
  title: 'Pareto',
  summary: 'Pareto, P(delay > x) = x^−shape for x ≥ 1; unbounded, heavy-tailed',
  parameters: {
    shape: {
      kind: 'number',
      default: 1.5,
      // Below, the least random number above 0 would give an infinite delay.
      min: 0.1,
      max: 1e6,
      description: 'how fast the tail falls',
    },
  },
  create({ values, stream }) {
    const exponent = -1 / (values.shape as number)
    return {
      kind: 'independent',
      bounded: false,
      fill(block) {
        for (let i = 0; i < block.length; i++)
          block[i] = Math.exp(exponent * Math.log(stream.uniformPositive()))
      },
    }
  },
}
