import { InputError } from '../../errors.ts'
import type { DelayFamily } from '../delay-family.ts'

/** The delays that the algorithm's own file gives as its worst. */
export const worst: DelayFamily<'worst'> = {
  name: 'worst',
  summary: 'the delays that the algorithm declares to be hardest for it',
  parameters: {},
  create({ algorithm, instance }) {
    if (algorithm?.worstDelays === undefined || instance === undefined)
      throw new InputError(
        `delay worst: ${algorithm?.name ?? 'no algorithm'} declares no worst delays; the member worstDelays would give them`,
      )
    return { kind: 'adversary', bounded: true, adversary: algorithm.worstDelays(instance) }
  },
}
