import { formulaOf, type Judgement, type Verdict } from '../../engine/index.ts'
import { claimName } from './manifest.ts'
import type { Row, Value } from './row.ts'

type FixedColumns = Pick<Row, 'messages_claim' | 'messages_verdict' | 'time_claim' | 'time_verdict'>

/**
 * What a row says of the claims that apply to the run. For each measure it shows the value of one: of the first that
 * was violated, else of the first that held, else of the first. `_theorem` names that claim, `_also` the others with
 * their verdicts, and `_expected` is the value of the first that is about the mean. `_claim` and `_verdict` are fixed
 * columns for messages and time, and own ones for the other measures, such as `bits_claim`.
 */
export function verdictColumns(judgements: readonly Judgement[]): {
  readonly fixed: Partial<FixedColumns>
  readonly own: Readonly<Record<string, Value>>
} {
  const fixed: Record<string, Value> = {}
  const own: Record<string, Value> = {}
  for (const measure of new Set(judgements.map((judgement) => judgement.measure))) {
    const about = judgements.filter((judgement) => judgement.measure === measure)
    const first = (verdict: Verdict) => about.find((judgement) => judgement.verdict === verdict)
    const shown = first('violated') ?? first('held') ?? about[0]!
    const others = about.filter((judgement) => judgement !== shown)
    const mean = about.find(({ claim }) => claim.kind === 'expected')
    const name = measure.replace(':', '_')
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
  claimName({ kind: claim.kind, text: formulaOf(claim).text, when: claim.when?.text ?? null })
