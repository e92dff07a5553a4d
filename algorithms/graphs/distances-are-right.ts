import type { ConfigurationView, Finding } from '../../engine/index.ts'

/** A processor that knows its distance from others, by their identifiers. */
interface KnowsDistances {
  readonly id: number
  readonly distances: ReadonlyMap<number, number>
}

/**
 * Everyone has the distance 0 from itself alone; from anyone else, a neighbour of its own is one channel nearer, and no
 * neighbour is nearer by more.
 */
export function distancesAreRight({
  instance: { network },
  states,
}: ConfigurationView<KnowsDistances>): Finding {
  for (const [p, { id, distances }] of states.entries()) {
    const neighbors = Array.from(
      { length: network.degree(p) },
      (_, channel) => states[network.neighbor(p, channel)]!,
    )
    if (distances.size !== network.n) return `p_${p} knows ${distances.size} of ${network.n} distances`
    for (const [other, distance] of distances) {
      const nearest = Math.min(...neighbors.map((neighbor) => neighbor.distances.get(other) ?? Number.NaN))
      const right = other === id ? distance === 0 : distance > 0 && nearest === distance - 1
      if (!right)
        return `p_${p} has the distance ${distance} from identifier ${other}, its neighbours ${nearest}`
    }
  }
  return true
}

/** The largest distance that a processor knows. */
export const largestDistance = ({ states }: ConfigurationView<KnowsDistances>): number =>
  Math.max(...states.map(({ distances }) => Math.max(...distances.values())))
