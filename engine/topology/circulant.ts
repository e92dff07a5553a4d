import type { ParameterValues } from '../catalogue.ts'
import { InputError } from '../errors.ts'
import { ChannelList } from './channel-list.ts'
import { breadthFirst } from './distances.ts'
import type { TopologyFamily } from './family.ts'
import { nearestSizes, needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * The circulant graph (chordal ring): p_i is joined to p_(i±s mod n) for each offset s. It is connected exactly if
 * n and the offsets have no common divisor. The channels of the first offset come first; their order at a
 * processor means nothing.
 */
export const circulant: TopologyFamily<'circulant'> = {
  name: 'circulant',
  summary: 'a ring with chords: processor i is joined to i ± s for each offset s',
  random: false,
  parameters: {
    offsets: { kind: 'text', default: '1+2', description: 'distinct positive integers, such as 1+2+5' },
  },
  sizeProblem(n, values) {
    const offsets = offsetsOf(values)
    const fits = (size: number) => [size, ...offsets].reduce(commonDivisor) === 1
    const tooSmall = needsAtLeast(n, Math.max(3, 2 * Math.max(...offsets)))
    if (tooSmall !== null) return `${tooSmall}, so that no two offsets lead to the same processor`
    if (fits(n)) return needsRoomFor(offsets.length * n)
    return `n without a divisor in common with the offsets; ${nearestSizes(n, fits)}`
  },
  // The offset n/2 joins p_i and p_(i+n/2) once, the others are met from both sides.
  closedForm: (n, values) => ({ m: offsetsOf(values).reduce((m, s) => m + (2 * s === n ? s : n), 0) }),

  build({ n, values }) {
    const offsets = offsetsOf(values)
    const channels = new ChannelList(n * offsets.length)
    for (const s of offsets) for (let p = 0; p < (2 * s === n ? s : n); p++) channels.push(p, (p + s) % n)
    const graph = channels.toGraph(n)
    // All processors look alike, so every eccentricity is the diameter.
    return channels.toGraph(n, { diameter: breadthFirst(graph, 0).eccentricity })
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
