import type { Manifest } from '../../experiments/cell/index.ts'
import type { Comparison } from '../statistics/comparison.ts'
import { labelOf } from './dimensions.ts'
import { count, figure } from './numbers.ts'

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

/** “0.48 to 0.57”; one number where both ends are the same, “–” where there is none. */
export function intervalWords({ interval }: Comparison): string {
  if (interval === null) return '–'
  const [low, high] = [figure(interval.low), figure(interval.high)]
  return low === high ? low : `${low} to ${high}`
}
