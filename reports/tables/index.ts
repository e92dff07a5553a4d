import { claimVerdicts } from '../statistics/claim-verdicts.ts'
import { comparisons } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
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
  return tables.filter((table) => table !== null)
}
