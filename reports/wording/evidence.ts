import type { Row } from '../../experiments/cell/index.ts'
import type { BestEvidence, Tightness } from '../statistics/tightness.ts'
import { count, counted, figure, listing } from './numbers.ts'
import { inputsName, wakeUpName } from './spec-names.ts'

type Evidenced = Pick<Row, 'evidence'>

/** “96 runs”; where worst cases are among them “96 sampled runs, 4 searched and 5 exact worst cases”. */
export function evidenceWords(rows: readonly Evidenced[]): string {
  const number = (evidence: Row['evidence']) => rows.filter((row) => row.evidence === evidence).length
  const sampled = number('sampled')
  const worst = (['searched', 'forced', 'exact'] as const).filter((evidence) => number(evidence) > 0)
  if (worst.length === 0) return counted(sampled, 'run')
  const cases = worst.map((evidence, i) => {
    const noun = i < worst.length - 1 ? '' : number(evidence) === 1 ? ' worst case' : ' worst cases'
    return `${count(number(evidence))} ${evidence}${noun}`
  })
  return listing([...(sampled > 0 ? [counted(sampled, 'sampled run')] : []), ...cases])
}

/** “1 of 3 runs”; with worst cases among them “1 exact worst case of 2 sampled runs and 1 exact worst case”. */
export function partWords(part: readonly Evidenced[], whole: readonly Evidenced[]): string {
  const plain = whole.every(({ evidence }) => evidence === 'sampled')
  return `${plain ? count(part.length) : evidenceWords(part)} of ${evidenceWords(whole)}`
}

/** What a largest cost is, as it stands behind the number: it is the maximum only if it is exact. */
export function bestWords(cost: string, evidence: BestEvidence): string {
  return evidence === 'exact' ? `${cost} (exact)` : `at least ${cost} (${evidence})`
}

/** How much was searched, and how far the searches came apart: “5 × 2,000 runs, 1,540 to 1,564”; null without one. */
export function effortWords({
  searches,
  runs,
  searchedLeast,
  searchedMost,
}: Pick<Tightness, 'searches' | 'runs' | 'searchedLeast' | 'searchedMost'>): string | null {
  if (searches === 0 || runs === null) return null
  const each = counted(runs, 'run')
  if (searches === 1) return each
  const spread = searchedLeast === searchedMost ? 'all' : `${figure(searchedLeast!)} to`
  return `${count(searches)} × ${each}, ${spread} ${figure(searchedMost!)}`
}

/**
 * Over what a worst case was looked for: what was chosen, and what was given, “schedule, identifiers; all wake at time 0”.
 * An exact cost is the most for these wake-ups and inputs. Null where the rows do not say.
 */
export function scopeWords({ row, chosen }: Pick<Tightness, 'row' | 'chosen'>): string | null {
  if (chosen === null) return null
  // What random inputs leave open is chosen, or makes no difference.
  const inputs = row.inputs === 'random' || row.inputs === '' ? [] : [inputsName(row.inputs)]
  return [chosen, wakeUpName(row.wakeup), ...inputs].join('; ')
}
