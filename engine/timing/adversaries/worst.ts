import { InputError } from '../../errors.ts'
import type { Adversary, DelayBounds } from '../../model/index.ts'
import type { DelayFamily } from '../delay-family.ts'

/** The delays that the algorithm's own file gives as its worst. */
export const worst: DelayFamily<'worst'> = {
  name: 'worst',
  summary: 'the delays that the algorithm declares to be hardest for it',
  parameters: {
    min: {
      kind: 'number',
      default: 0,
      min: 0,
      max: 1,
      description: 'no message takes less; algorithms that know bounds on delays are told',
    },
    max: {
      kind: 'number',
      default: 1,
      min: 1,
      description: 'no message takes more; above 1, times are divided by the largest delay that there is',
    },
  },
  create({ algorithm, instance, values }) {
    if (algorithm?.worstDelays === undefined || instance === undefined)
      throw new InputError(
        `delay worst: ${algorithm?.name ?? 'no algorithm'} declares no worst delays; the member worstDelays would give them`,
      )
    const bounds = { min: values.min as number, max: values.max as number }
    return {
      kind: 'adversary',
      bounded: bounds.max === 1,
      bounds,
      adversary: within(bounds, algorithm.worstDelays(instance, bounds)),
    }
  },
}

/** An adversary who is held to the lower bound; whoever runs it holds it to the upper one. */
function within({ min, max }: DelayBounds, adversary: Adversary): Adversary {
  if (min === 0) return adversary
  return {
    delay(departure) {
      const delay = adversary.delay(departure)
      if (delay >= min) return delay
      throw new InputError(
        `the adversary gives m_${departure.number} the delay ${delay}; it must be in [${min}, ${max}]`,
      )
    },
  }
}
