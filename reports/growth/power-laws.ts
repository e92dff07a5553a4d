import type { Place } from './growth-class.ts'

/** The logarithms of n, m and D where they vary, as columns beside a constant: a product of powers of them. */
export function powerLaw(places: readonly Place[]): number[][] {
  const columns = (['n', 'm', 'D'] as const).map((name) => places.map((place) => Math.log(place[name])))
  const varying = columns.filter((column) => column.every(Number.isFinite))
  return [places.map(() => 1), ...varying]
}

/** A curve that every class is close to: the logarithm of the cost as a parabola in that of n. */
export function parabola(places: readonly Place[]): number[][] {
  const n = places.map((place) => Math.log(place.n))
  return [n.map(() => 1), n, n.map((x) => x * x)]
}

/** The power of n alone. */
export const powerOfN = (places: readonly Place[]): number[][] => parabola(places).slice(0, 2)
