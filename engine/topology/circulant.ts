import { InputError } from '../errors.ts'
import type { ParameterValues } from '../specs/entry.ts'
import { CirculantGraph } from './computed/circulant-graph.ts'
import { breadthFirst } from './distances.ts'
import type { TopologyFamily } from './family.ts'
import { nearestSizes, needsAtLeast, needsNumbersFor } from './sizes.ts'

/**
 * The circulant graph (chordal ring): p_i is joined to p_(i±s mod n) for each offset s. It is connected exactly if
 * n and the offsets have no common divisor. Offset by offset, one channel leads on and the next one back.
 */
export const circulant: TopologyFamily<'circulant'> = {
  name: 'circulant',
  summary: 'a ring with chords: processor i is joined to i ± s for each offset s',
  random: false,
  computed: true,
  parameters: {
    offsets: { kind: 'text', default: '1+2', description: 'distinct positive integers, such as 1+2+5' },
  },
  sizeProblem(n, values) {
    const offsets = offsetsOf(values)
    const fits = (size: number) => [size, ...offsets].reduce(commonDivisor) === 1
    const tooSmall = needsAtLeast(n, Math.max(3, 2 * Math.max(...offsets)))
    if (tooSmall !== null) return `${tooSmall}, so that no two offsets lead to the same processor`
    if (fits(n)) return needsNumbersFor(offsets.length * n)
    return `n without a divisor in common with the offsets; ${nearestSizes(n, fits)}`
  },
  // The offset n/2 joins p_i and p_(i+n/2) once, the others are met from both sides.
  closedForm: (n, values) => ({ m: offsetsOf(values).reduce((m, s) => m + (2 * s === n ? s : n), 0) }),

  build({ n, values }) {
    const offsets = offsetsOf(values)
    // All processors look alike, so every eccentricity is the diameter.
    const diameter = breadthFirst(new CirculantGraph(n, offsets, {}), 0).eccentricity
    return new CirculantGraph(n, offsets, { diameter })
  },
}

function offsetsOf(values: ParameterValues): readonly number[] {
  const text = values.offsets as string
  const offsets = text.split('+').map(Number)
  const good =
    offsets.every((s) => Number.isSafeInteger(s) && s >= 1) && new Set(offsets).size === offsets.length
  if (!good)
    throw new InputError(
      `topology circulant: offsets=${text} is not a list of distinct positive integers like 1+2+5`,
    )
  return offsets
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
