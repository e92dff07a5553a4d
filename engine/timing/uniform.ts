import type { DelayFamily } from './delay-family.ts'

/** Delays uniform in (min, max], where 0 ≤ min < max ≤ 1. */
export const uniform: DelayFamily = {
  name: 'uniform',
  summary: 'uniform in (min, max]',
  parameters: {
    min: { kind: 'number', default: 0, min: 0, max: 1, description: 'the lower end, not attained' },
    max: { kind: 'number', default: 1, min: 0, aboveMin: true, max: 1, description: 'the upper end' },
  },
  create({ values, stream }) {
    const min = values.min as number
    const width = (values.max as number) - min
    return {
      kind: 'independent',
      bounded: true,
      fill(block) {
        for (let i = 0; i < block.length; i++) block[i] = min + width * stream.uniformPositive()
      },
    }
  },
}
