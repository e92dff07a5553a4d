import { InputError } from '../errors.ts'
import type { WeightFamily } from './weight-family.ts'

/** Whole numbers, so that lengths of paths are exact; two channels may weigh the same. */
export const uniform: WeightFamily<'uniform'> = {
  name: 'uniform',
  summary: 'whole numbers from min to max, each drawn for itself',
  title: 'uniform weights',
  random: true,
  parameters: {
    min: {
      kind: 'integer',
      title: 'least',
      default: 1,
      min: 0,
      max: 2 ** 31,
      description: 'the least weight',
    },
    max: {
      kind: 'integer',
      title: 'largest',
      default: 100,
      min: 0,
      max: 2 ** 31,
      description: 'the largest weight',
    },
  },
  create({ graph, values, stream }) {
    const { min, max } = values as { readonly min: number; readonly max: number }
    if (max < min) throw new InputError(`weights uniform: max=${max} is below min=${min}`)
    return Float64Array.from({ length: graph.m }, () => min + stream.integer(max - min + 1))
  },
}
