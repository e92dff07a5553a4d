import type { Manifest, Row } from '../../experiments/cell/index.ts'
import { distinct, groupBy } from '../group-by.ts'
import { isComplete } from '../statistics/row-claims.ts'
import type { Tightness } from '../statistics/tightness.ts'
import { labelOf } from '../wording/dimensions.ts'
import { count, counted, listing } from '../wording/numbers.ts'
import { percent } from '../wording/percent.ts'

/** Quotients of times are sums and products of rounded numbers. */
const rounding = 1e-9

/** How near the worst executions that are known come to the bounds, at the largest sizes; none without bounds. */
export function tightnessSentences(all: readonly Tightness[], manifest: Manifest): string[] {
  const largest = largestOf(all)
  const bounded = largest.flatMap((one) => (one.ratio === null ? [] : [{ ...one, ratio: one.ratio }]))
  if (bounded.length === 0) return []
  const attained = bounded.filter(({ ratio }) => Math.abs(ratio - 1) <= rounding).length
  const exceeded = bounded.filter(({ ratio }) => ratio > 1 + rounding).length
  const farthest = bounded.reduce((a, b) => (b.ratio < a.ratio ? b : a))
  const name = labelOf(farthest.row, 'algorithm', manifest)
  const far = `${farthest.measure === 'time' ? 'the time' : 'the messages'} of ${name}, ${percent(farthest.ratio)} of it at n = ${count(farthest.row.n)}`
  const beyond = exceeded === 0 ? '' : `, and exceed ${count(exceeded)}`
  const sentence =
    attained === bounded.length
      ? 'The worst executions that are known attain every bound at the largest sizes'
      : `At the largest sizes, the worst executions that are known attain ${count(attained)} of ${counted(bounded.length, 'bound')}${beyond}; farthest from its bound: ${far}`
  return [`${sentence}${sampledWords(largest)}.`]
}

/** The last size of each cost. */
function largestOf(all: readonly Tightness[]): Tightness[] {
  const costs = groupBy(all, ({ row: { n: _, ...row }, measure }) =>
    JSON.stringify([
      measure,
      row.algorithm,
      row.topology,
      row.inputs,
      row.wakeup,
      row.faults,
      row.weights,
      row.workload,
    ]),
  )
  return [...costs.values()].map((sizes) => sizes.reduce((a, b) => (b.row.n > a.row.n ? b : a)))
}

/** How far random runs stay below the worst. */
function sampledWords(largest: readonly Tightness[]): string {
  const shares = largest.flatMap(({ sampled, cost }) =>
    sampled === null || cost <= 0 ? [] : [sampled / cost],
  )
  if (shares.length === 0) return ''
  const [least, most] = [percent(Math.min(...shares)), percent(Math.max(...shares))]
  return `; the costliest random runs reach ${least === most ? least : `${least} to ${most}`} of the worst that is known`
}

/** What the construction of a lower bound forced; none where it was not carried out. */
export function forcedSentences(rows: readonly Row[], manifest: Manifest): string[] {
  const forced = rows.filter(
    ({ evidence, extra }) => evidence === 'forced' && extra.lower_bound_verdict != null,
  )
  const [first] = forced
  if (first === undefined) return []
  const kept = forced.filter((row) => row.extra.lower_bound_verdict === 'held' && isComplete(row))
  const names = distinct(forced.map((row) => labelOf(row, 'algorithm', manifest)))
  const sizes = forced.map(({ n }) => n)
  const [least, most] = [count(Math.min(...sizes)), count(Math.max(...sizes))]
  const range = least === most ? `n = ${least}` : `n from ${least} to ${most}`
  const all =
    kept.length === forced.length
      ? `all ${counted(forced.length, 'execution')}`
      : `${count(kept.length)} of ${counted(forced.length, 'execution')}`
  return [
    `The adversary of the lower bound forced at least ${first.extra.lower_bound_theorem} messages in ${all} that it built, against ${listing(names)} (${range}).`,
  ]
}
