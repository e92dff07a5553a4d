import { claimVerdicts } from '../claims/claim-verdicts.ts'
import { comparisons } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
import { sweepSentence } from '../wording/captions.ts'
import { comparisonPaperTable } from './comparison-table.ts'
import { costTable } from './cost-table.ts'
import { growthPaperTable } from './growth-table.ts'
import type { PaperTable } from './table.ts'
import { tightnessPaperTable } from './tightness-table.ts'
import { verdictPaperTable } from './verdict-table.ts'

/** All tables that there is something to fill with, in the order of the report. */
export function paperTables(results: Results): PaperTable[] {
  const tables = [
    costTable(results, 'messages'),
    costTable(results, 'time'),
    verdictPaperTable(claimVerdicts(results)),
    comparisonPaperTable(results, comparisons(results)),
    growthPaperTable(results),
    tightnessPaperTable(results, tightness(results)),
  ]
  return tables.flatMap((table) => (table === null ? [] : [withSweep(table, results)]))
}

/** The caption ends with the exact sweep, as that of a figure does. */
function withSweep(table: PaperTable, { manifest, groups, worstCases }: Results): PaperTable {
  const sampled = groups.map(({ key }) => key)
  const keys = table.name === 'tightness' ? worstCases : sampled.length > 0 ? sampled : worstCases
  if (keys.length === 0) return table
  return { ...table, caption: `${table.caption} ${sweepSentence(keys, manifest)}.` }
}
