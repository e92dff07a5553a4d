import { stringify } from 'csv-stringify/sync'
import { optionalIn, type Results, withOptional } from '../statistics/groups.ts'
import { rounded } from '../statistics/rounded.ts'
import { tightness } from '../statistics/tightness.ts'
import { claimText } from '../wording/claim-text.ts'

/** The columns of tightness.csv, in order. */
export const tightnessColumns = [
  'algorithm',
  'topology',
  'n',
  'wakeup',
  'faults',
  'inputs',
  'replicate',
  'measure',
  'claim',
  'bound',
  'sampled',
  'searched',
  'searched_least',
  'searches',
  'runs',
  'explored',
  'cost',
  'evidence',
  'chosen',
  'ratio',
] as const

/** tightness.csv: one line per measure of each point whose worst case was asked for. */
export function tightnessCsv(results: Results): string {
  const lines = tightness(results).map(({ row, claim, bound, cost, ratio, searchedLeast, ...rest }) => ({
    ...row,
    ...rest,
    claim: claim && claimText(claim),
    bound: rounded(bound),
    cost,
    searched_least: searchedLeast,
    ratio: rounded(ratio),
  }))
  const columns = withOptional(tightnessColumns, optionalIn(results.worstCases))
  return stringify(lines, { header: true, columns, record_delimiter: '\n' })
}
