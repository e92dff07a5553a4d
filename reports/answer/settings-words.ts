import type { GroupKey } from '../statistics/groups.ts'
import { type Dimension, dimensions, specOf } from '../wording/dimensions.ts'
import { count, listing } from '../wording/numbers.ts'

/** How settings are called that differ in one dimension alone. */
const nouns: Readonly<Record<Dimension, readonly [preposition: string, noun: string]>> = {
  algorithm: ['for', 'algorithms'],
  topology: ['on', 'networks'],
  inputs: ['for', 'choices of inputs'],
  delay: ['under', 'kinds of delays'],
  wakeup: ['for', 'wake-ups'],
  faults: ['under', 'kinds of faults'],
  weights: ['for', 'kinds of weights'],
  clocks: ['for', 'kinds of clocks'],
  workload: ['under', 'workloads'],
}

/** The dimensions in which the settings differ, beside the algorithm. */
export const variedIn = (keys: readonly GroupKey[]): Dimension[] =>
  dimensions.filter(
    (dimension) => dimension !== 'algorithm' && new Set(keys.map((key) => specOf(key, dimension))).size > 1,
  )

/** “on Ring and Torus”; “(Ring, worst identifiers)” where the settings differ in several dimensions. */
export function inNamed(labels: readonly string[], varied: readonly Dimension[]): string {
  return varied.length === 1 ? `${nouns[varied[0]!][0]} ${listing(labels)}` : `(${labels.join('; ')})`
}

/** Networks whose costs are judged together: “across all 4 networks”. */
export const acrossNetworks = (kinds: number): string =>
  `across ${kinds === 2 ? 'both' : `all ${count(kinds)}`} networks`

/** “on all 4 networks”, “in both settings”, “in 3 of 12 settings”; empty where there is one setting alone. On `shared` memory, delays are schedulers. */
export function inSettings(
  part: number,
  whole: number,
  varied: readonly Dimension[],
  shared = false,
): string {
  if (whole === 1) return ''
  const [dimension, another] = varied
  const [preposition, noun] =
    dimension === undefined || another !== undefined
      ? ['in', 'settings']
      : shared && dimension === 'delay'
        ? ['under', 'schedulers']
        : nouns[dimension]
  const number =
    part < whole ? `${count(part)} of ${count(whole)}` : whole === 2 ? 'both' : `all ${count(whole)}`
  return `${preposition} ${number} ${noun}`
}
