import type { DelayFamily } from './delay-family.ts'
import { intervalParameters, readInterval } from './interval.ts'

/** Delays uniform in (min, max], where 0 ≤ min < max ≤ 1. */
export const uniform: DelayFamily<'uniform'> = {
  name: 'uniform',
  words: ({ values }) => `uniform on (${values.min}, ${values.max}]`,
  summary: 'uniform in (min, max]',
  parameters: intervalParameters,
  create({ values, stream }) {
    const { min, width, bounds } = readInterval('uniform', values)
    return {
      kind: 'independent',
      bounded: true,
      bounds,
      fill(block) {
        stream.fillPositive(block)
        if (width < 1) for (let i = 0; i < block.length; i++) block[i] = min + width * block[i]!
      },
    }
  },
}
