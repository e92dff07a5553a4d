import type { Manifest } from '../../experiments/manifest.ts'
import type { Comparison } from '../statistics/comparison.ts'
import { labelOf } from './dimensions.ts'
import { count, figure, listing } from './numbers.ts'

/** The two algorithms of a comparison, as people call them: the one compared, then the one it is compared with. */
export function contestants({ key, other }: Comparison, manifest: Manifest): readonly [string, string] {
  return [labelOf({ ...key, algorithm: other }, 'algorithm', manifest), labelOf(key, 'algorithm', manifest)]
}

/** What is found, in a few words: “0.52 times the messages”, or that it is not known which costs less. */
export function comparisonWords({ measure, ratio, interval, verdict, pairs }: Comparison): string {
  if (ratio === null) return `not compared: one of them costs 0 somewhere`
  if (verdict === 'equal') return `the same ${measure}`
  const times = `${figure(ratio)} times the ${measure}`
  if (interval === null)
    return `${times} on ${count(pairs)} ${pairs === 1 ? 'instance' : 'instances'}: too few to say more`
  if (verdict === 'undecided') return `${times}, but the interval contains 1: undecided`
  return times
}

/** “0.48 to 0.57”, “–” where there is none. */
export const intervalWords = ({ interval }: Comparison): string =>
  interval === null ? '–' : `${figure(interval.low)} to ${figure(interval.high)}`

/**
 * One line on two algorithms in one setting, over its sizes: “Hirschberg–Sinclair against Le Lann–Chang–Roberts: fewer
 * messages at n = 64 to 2,048; more messages at n = 8 and 16; undecided at n = 32”. `all` are of one pair, one setting
 * and one measure, by size.
 */
export function comparisonLine(all: readonly Comparison[], manifest: Manifest): string {
  const [other, first] = contestants(all[0]!, manifest)
  const { measure } = all[0]!
  const verdicts = [
    ['less', measure === 'time' ? 'less time' : 'fewer messages'],
    ['more', `more ${measure}`],
    ['equal', `the same ${measure}`],
    ['undecided', 'undecided'],
    [null, 'not judged'],
  ] as const
  const parts = verdicts.flatMap(([verdict, words]) => {
    const sizes = all.filter((one) => one.verdict === verdict).map(({ key }) => key.n)
    if (sizes.length === 0) return []
    if (sizes.length === all.length && all.length > 1) return `${words} at every size`
    return `${words} at n = ${sizeWords(sizes, all)}`
  })
  return `${other} against ${first}: ${parts.join('; ')}`
}

/** “8 to 64” for neighbours in the sweep, else “8, 32 and 64”. */
function sizeWords(sizes: readonly number[], all: readonly Comparison[]): string {
  const places = sizes.map((n) => all.findIndex(({ key }) => key.n === n))
  const neighbours = places.every((place, i) => i === 0 || place === places[i - 1]! + 1)
  if (sizes.length > 2 && neighbours) return `${count(sizes[0]!)} to ${count(sizes.at(-1)!)}`
  return listing(sizes.map(count))
}
