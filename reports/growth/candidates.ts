import type { GrowthClass, Place } from './growth-class.ts'

/** A class that is tried, and what is proportional to it at all places, so that it stands for that too. */
export interface Candidate extends GrowthClass {
  readonly aliases: readonly string[]
}

/** Classes whose ratio varies by no more than this factor over all places are one and the same there. */
const sameFactor = 1.1

/**
 * The classes that have a value everywhere, by how much they grow. Of those that are proportional to each other at these
 * places (on rings, n and m), the first stands for all; `names` are not tried themselves, and only stand for others.
 */
export function candidatesAt(
  classes: readonly GrowthClass[],
  names: readonly GrowthClass[],
  places: readonly Place[],
): Candidate[] {
  const found: Candidate[] = []
  for (const one of classes)
    if (hasValues(one, places) && !found.some((other) => isSame(one, other, places)))
      found.push({ ...one, aliases: aliasesOf(one, [...classes, ...names], places) })
  const growth = ({ value }: GrowthClass) => value(places.at(-1)!) / value(places[0]!)
  return found.sort((a, b) => growth(a) - growth(b))
}

const hasValues = ({ value }: GrowthClass, places: readonly Place[]): boolean =>
  places.every((place) => Number.isFinite(Math.log(value(place))))

const isSame = (a: GrowthClass, b: GrowthClass, places: readonly Place[]): boolean =>
  variation(a, b, places) <= sameFactor

function aliasesOf(one: GrowthClass, others: readonly GrowthClass[], places: readonly Place[]): string[] {
  const same = others.filter((other) => hasValues(other, places) && isSame(one, other, places))
  return [...new Set(same.map(({ text }) => text))].filter((text) => text !== one.text)
}

/** By what factor the ratio of two classes varies. */
export function variation(a: GrowthClass, b: GrowthClass, places: readonly Place[]): number {
  const ratios = places.map((place) => a.value(place) / b.value(place))
  return Math.max(...ratios) / Math.min(...ratios)
}
