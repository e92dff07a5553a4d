import type { GrowthClass, Place } from './growth-class.ts'

/** A class that is tried, and what is proportional to it at all places, so that it stands for that too. */
export interface Candidate extends GrowthClass {
  readonly aliases: readonly string[]
}

/** Classes whose ratio varies by no more than this factor over all places are one and the same there. */
const sameFactor = 1.1

/**
 * The classes that have a value everywhere, by how much they grow. Of those that are proportional to each other at these
 * places (on rings, n and m), the first stands for all; `names` are not tried themselves, and only stand beside others.
 */
export function candidatesAt(
  classes: readonly GrowthClass[],
  names: readonly GrowthClass[],
  places: readonly Place[],
): Candidate[] {
  const tabulate = (all: readonly GrowthClass[]): Tabulated[] =>
    all
      .map((growthClass) => ({ growthClass, logs: logsOf(growthClass, places) }))
      .filter(({ logs }) => logs.every(Number.isFinite))
  const tried = tabulate(classes)
  const all = [...tried, ...tabulate(names)]
  const found: Tabulated[] = []
  for (const one of tried) if (!found.some((other) => isSame(one, other))) found.push(one)
  return found
    .sort((a, b) => growthOf(a) - growthOf(b))
    .map((one) => {
      const texts = all.filter((other) => isSame(one, other)).map(({ growthClass: { text } }) => text)
      const { text } = one.growthClass
      return { ...one.growthClass, aliases: [...new Set(texts)].filter((other) => other !== text) }
    })
}

/** A class, and the logarithms of its values at all places. */
interface Tabulated {
  readonly growthClass: GrowthClass
  readonly logs: Float64Array
}

const logsOf = ({ value }: GrowthClass, places: readonly Place[]): Float64Array =>
  Float64Array.from(places, (place) => Math.log(value(place)))

const isSame = (a: Tabulated, b: Tabulated): boolean => spread(a.logs, b.logs) <= Math.log(sameFactor)

const growthOf = ({ logs }: Tabulated): number => logs.at(-1)! - logs[0]!

/** The logarithm of the factor by which the ratio of two classes varies. */
function spread(a: Float64Array, b: Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < a.length; i++) {
    const ratio = a[i]! - b[i]!
    if (ratio < least) least = ratio
    if (ratio > most) most = ratio
  }
  return most - least
}

/** By what factor the ratio of two classes varies; over the places where both have values. */
export const variation = (a: GrowthClass, b: GrowthClass, places: readonly Place[]): number =>
  Math.exp(spread(logsOf(a, places), logsOf(b, places)))
