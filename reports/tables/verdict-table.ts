import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { measureWords } from '../wording/measures.ts'
import { verdictText } from '../wording/verdict-text.ts'
import { newLine, type PagePiece, type Tone } from './cell.ts'
import { type ColumnOf, type PageTable, type PaperTable, tableOf } from './table.ts'

const algorithm: ColumnOf<ClaimVerdict, string> = {
  title: 'Algorithm',
  kind: 'name',
  cell: (verdict) => verdict.algorithm.title,
}

const measure: ColumnOf<ClaimVerdict, string> = {
  title: 'Measure',
  kind: 'text',
  cell: ({ claim }) => measureWords(claim.measure),
}

/** The verdict on every claim; null if none is made. */
export function verdictPaperTable(verdicts: readonly ClaimVerdict[]): PaperTable | null {
  if (verdicts.length === 0) return null
  const columns: readonly ColumnOf<ClaimVerdict>[] = [
    algorithm,
    measure,
    {
      title: 'Claim',
      kind: 'prose',
      cell: ({ claim }) => (claim.when === null ? { claim } : [{ claim }, ` when ${claim.when}`]),
    },
    { title: 'Verdict', kind: 'prose', cell: (verdict) => ({ prose: verdictText(verdict) }) },
    {
      title: 'Ratio',
      kind: 'number',
      cell({ extreme }) {
        if (extreme === null) return null
        const { row, ratio } = extreme
        return row.evidence === 'sampled' ? ratio : [ratio, ` (${row.evidence})`]
      },
    },
  ]
  return {
    name: 'verdicts',
    title: 'Claims',
    caption:
      'Every claim and what the runs say of it. Ratio: of a measured cost to its claimed value, in the run nearest to breaking the claim; in brackets, how a worst case was found.',
    ...tableOf(columns, verdicts),
    source: 'report.html',
  }
}

const tones: Readonly<Record<ClaimVerdict['verdict'], Tone>> = {
  held: 'good',
  consistent: 'good',
  violated: 'bad',
  inconsistent: 'bad',
  undecided: 'neutral',
  'not tested': 'neutral',
}

/** The same with the source of each claim and the command of a run that broke it. */
export function verdictPageTable(verdicts: readonly ClaimVerdict[]): PageTable | null {
  if (verdicts.length === 0) return null
  const columns: readonly ColumnOf<ClaimVerdict, PagePiece | readonly PagePiece[]>[] = [
    algorithm,
    measure,
    {
      title: 'Claim',
      kind: 'text',
      cell: ({ claim }) => [
        { claim },
        ...(claim.when === null ? [] : [' ', { aside: `when ${claim.when}` }]),
        ...Object.entries(claim.where).flatMap(([symbol, meaning]) => [
          newLine,
          { aside: `${symbol}: ${meaning}` },
        ]),
        ...(claim.source === null ? [] : [newLine, { aside: claim.source }]),
      ],
    },
    {
      title: 'Verdict',
      kind: 'text',
      cell: (one) => [
        { tone: tones[one.verdict], text: verdictText(one) },
        ...(one.violations[0] === undefined ? [] : [newLine, { replay: one.violations[0] }]),
      ],
    },
    {
      title: 'Ratio',
      kind: 'number',
      cell({ extreme }) {
        if (extreme === null) return null
        const { row, ratio } = extreme
        return row.evidence === 'sampled' ? ratio : [ratio, ' ', { aside: row.evidence }]
      },
    },
  ]
  return {
    label: 'Claims and verdicts',
    caption:
      'Every claim of every algorithm. The ratio is a measured cost divided by its claimed value, in the run that comes nearest to breaking the claim or breaks it most: the largest ratio where the claim is an upper bound (1: attained; more: broken), the smallest where it is a lower bound, the one farthest from 1 where the claim is an exact value. Costs that were searched for, forced or found exactly are marked as such.',
    ...tableOf(columns, verdicts),
  }
}
