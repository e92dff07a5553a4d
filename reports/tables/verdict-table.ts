import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import type { Extreme } from '../statistics/verdict.ts'
import { verdictText } from '../wording/verdict-text.ts'
import type { Cell, PaperTable } from './table.ts'

/** The verdict on every claim; null if none is made. */
export function verdictPaperTable(verdicts: readonly ClaimVerdict[]): PaperTable | null {
  if (verdicts.length === 0) return null
  return {
    name: 'verdicts',
    title: 'Claims',
    caption:
      'Every claim and what the runs say of it. Ratio: of a measured cost to its claimed value, in the run nearest to breaking the claim; what was not sampled says how it was found.',
    columns: [
      { title: 'Algorithm', align: 'left' },
      { title: 'Measure', align: 'left' },
      { title: 'Claim', align: 'prose' },
      { title: 'Verdict', align: 'prose' },
      { title: 'Ratio', align: 'right' },
    ],
    lines: verdicts.map((verdict): Cell[] => {
      const { algorithm, claim, extreme } = verdict
      return [
        algorithm.title,
        claim.measure,
        claim.when === null ? { claim } : [{ claim }, ` when ${claim.when}`],
        { prose: verdictText(verdict) },
        ratioCell(extreme),
      ]
    }),
    source: 'report.html',
  }
}

function ratioCell(extreme: Extreme | null): Cell {
  if (extreme === null) return null
  const { row, ratio } = extreme
  return row.evidence === 'sampled' ? ratio : [ratio, ` (${row.evidence})`]
}
