import type { Place } from './growth-class.ts'
import type { Observation } from './observation.ts'

/** The logarithms of n, m and D where they vary, as columns beside a constant: a product of powers of them. */
export function powerLaw(places: readonly Place[]): number[][] {
  const columns = (['n', 'm', 'D'] as const).map((name) => places.map((place) => Math.log(place[name])))
  const varying = columns.filter((column) => column.every(Number.isFinite))
  return [places.map(() => 1), ...varying]
}

/** Curves that every class is close to: on each kind of network, the logarithm of the cost as a parabola in that of n. */
export function parabolas(observations: readonly Observation[]): number[][] {
  const n = observations.map((place) => Math.log(place.n))
  const powers = [n.map(() => 1), n, n.map((x) => x * x)]
  return onEach(observations, powers)
}

/** A constant on each kind of network. */
export const constants = (observations: readonly Observation[]): number[][] =>
  onEach(observations, [observations.map(() => 1)])

/** Columns that hold on one kind of network, and are 0 on the others. */
function onEach(observations: readonly Observation[], columns: readonly number[][]): number[][] {
  const networks = [...new Set(observations.map(({ network }) => network))]
  return networks.flatMap((network) =>
    columns.map((column) => column.map((x, i) => (observations[i]!.network === network ? x : 0))),
  )
}

/** The power of n alone. */
export const powerOfN = (places: readonly Place[]): number[][] => [
  places.map(() => 1),
  places.map((place) => Math.log(place.n)),
]
