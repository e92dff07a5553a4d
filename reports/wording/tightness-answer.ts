import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { Tightness } from '../statistics/tightness.ts'
import { labelOf } from './dimensions.ts'
import { count, figure } from './numbers.ts'

/** How near the worst executions that are known come to the bounds, at the largest sizes; none without bounds. */
export function tightnessSentences(all: readonly Tightness[], manifest: Manifest): string[] {
  const bounded = all.flatMap((one) => (one.ratio === null ? [] : [{ ...one, ratio: one.ratio }]))
  const costs = groupBy(bounded, ({ row: { n: _, ...row }, measure }) =>
    JSON.stringify([measure, row.algorithm, row.topology, row.inputs, row.wakeup, row.faults, row.weights]),
  )
  const largest = [...costs.values()].map((sizes) => sizes.reduce((a, b) => (b.row.n > a.row.n ? b : a)))
  if (largest.length === 0) return []
  // Quotients of times are sums and products of rounded numbers.
  const attained = largest.filter(({ ratio }) => ratio > 1 - 1e-9).length
  const farthest = largest.reduce((a, b) => (b.ratio < a.ratio ? b : a))
  const name = labelOf(farthest.row, 'algorithm', manifest)
  const far = `${farthest.measure === 'time' ? 'the time' : 'the messages'} of ${name} (${figure(farthest.ratio)} of it at n = ${count(farthest.row.n)})`
  return [
    attained === largest.length
      ? 'The worst executions that are known attain every bound at the largest sizes.'
      : `At the largest sizes, the worst executions that are known attain ${count(attained)} of ${count(largest.length)} bounds; farthest from its bound: ${far}.`,
  ]
}
