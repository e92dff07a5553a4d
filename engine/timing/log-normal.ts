import type { Random } from '../random.ts'
import type { DelayFamily } from './delay-family.ts'

/** Log-normally distributed delays: ln(delay) is normal with mean 0 and standard deviation sigma. */
export const logNormal: DelayFamily<'log-normal'> = {
  name: 'log-normal',
  title: 'log-normal',
  summary: 'log-normal with median 1; unbounded',
  parameters: {
    sigma: {
      kind: 'number',
      default: 1,
      min: 0,
      aboveMin: true,
      max: 10,
      description: 'the standard deviation of ln(delay)',
    },
  },
  create({ values, stream }) {
    const sigma = values.sigma as number
    return {
      kind: 'independent',
      bounded: false,
      fill(block) {
        for (let i = 0; i < block.length; i++) block[i] = Math.exp(sigma * standardNormal(stream))
      },
    }
  },
}

/**
 * Normal with mean 0 and variance 1, by the polar method (Marsaglia & Bray 1964): a uniform point of the unit disc
 * gives two independent normals. Only the first is used, so that the stream is all the state there is.
 */
function standardNormal(stream: Random): number {
  for (;;) {
    const x = 2 * stream.uniform() - 1
    const y = 2 * stream.uniform() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
  }
}
