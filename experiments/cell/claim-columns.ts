import { columnOf, formulaOf, isAboutMean, type Judgement } from '../../engine/index.ts'
import { claimName } from './claim-data.ts'
import type { Row, Value } from './row.ts'
import { shownVerdict } from './run-verdict.ts'

type FixedColumns = Pick<Row, 'messages_claim' | 'messages_verdict' | 'time_claim' | 'time_verdict'>

/**
 * What runs.csv shows people of the claims that apply to a run; verdicts.csv has it as data. For each measure it gives
 * the value of the claim that `shownVerdict` chooses. `_theorem` says that claim in words, `_also` the others with their
 * verdicts, and `_expected` is the value of the first that is about the mean. `_claim` and `_verdict` are fixed columns
 * for messages and time, and own ones for the other measures, such as `bits_claim`.
 */
export function claimColumns(judgements: readonly Judgement[]): {
  readonly fixed: Partial<FixedColumns>
  readonly own: Readonly<Record<string, Value>>
} {
  const fixed: Record<string, Value> = {}
  const own: Record<string, Value> = {}
  for (const measure of new Set(judgements.map((judgement) => judgement.measure))) {
    const about = judgements.filter((judgement) => judgement.measure === measure)
    const shown = shownVerdict(about, measure)!
    const others = about.filter((judgement) => judgement !== shown)
    const mean = about.find(({ claim }) => isAboutMean(claim))
    const name = columnOf(measure)
    const main = measure === 'messages' || measure === 'time' ? fixed : own
    main[`${name}_claim`] = known(shown.bound)
    main[`${name}_verdict`] = shown.verdict
    own[`${name}_theorem`] = nameOf(shown)
    if (others.length > 0)
      own[`${name}_also`] = others.map((other) => `${nameOf(other)}: ${other.verdict}`).join('; ')
    if (mean !== undefined) own[`${name}_expected`] = known(mean.bound)
  }
  return { fixed, own }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

const nameOf = ({ claim }: Judgement): string =>
  claimName({ kind: claim.kind, text: formulaOf(claim.formula).text, when: claim.when?.text ?? null })
