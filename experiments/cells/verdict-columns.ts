import type { Judgement, Verdict } from '../../engine/index.ts'

interface ShownClaim {
  readonly claim: number | null
  readonly verdict: Verdict | null
}

/**
 * What a row shows of the claims: for each measure the one that was violated, else the first that could be
 * checked, else the first. Measures other than messages and time have columns such as `bits_claim`.
 */
export function verdictColumns(judgements: readonly Judgement[]): {
  readonly messages: ShownClaim
  readonly time: ShownClaim
  readonly others: Readonly<Record<string, number | string | null>>
} {
  const others: Record<string, number | string | null> = {}
  for (const measure of new Set(judgements.map((judgement) => judgement.measure))) {
    if (measure === 'messages' || measure === 'time') continue
    const { claim, verdict } = shownClaim(judgements, measure)
    const name = measure.replace(':', '_')
    others[`${name}_claim`] = claim
    others[`${name}_verdict`] = verdict
  }
  return { messages: shownClaim(judgements, 'messages'), time: shownClaim(judgements, 'time'), others }
}

function shownClaim(judgements: readonly Judgement[], measure: string): ShownClaim {
  const about = judgements.filter((judgement) => judgement.measure === measure)
  const first = (verdict: Verdict) => about.find((judgement) => judgement.verdict === verdict)
  const chosen = first('violated') ?? first('held') ?? about[0]
  if (chosen === undefined) return { claim: null, verdict: null }
  return { claim: Number.isFinite(chosen.bound) ? chosen.bound : null, verdict: chosen.verdict }
}
