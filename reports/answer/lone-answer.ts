import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { distinct } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { labelOf } from '../wording/dimensions.ts'
import { evidenceWords } from '../wording/evidence.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import { inSettings, variedIn } from './settings-words.ts'

/** What is exactly so in every run: “Flooding sent exactly 2m − (n − 1) messages in all 1,440 runs, on 8 networks.” */
export function exactSentence(verdicts: readonly ClaimVerdict[]): string | null {
  const exact = verdicts.find(
    ({ claim, verdict, applied, judged }) =>
      claim.measure === 'messages' &&
      claim.kind === 'exactly' &&
      verdict === 'held' &&
      applied === judged.length,
  )
  if (exact === undefined) return null
  const { algorithm, claim, judged, rows } = exact
  const networks = distinct(judged.map(({ topology }) => topology)).length
  const on = networks > 1 ? `, on ${count(networks)} networks` : ''
  const all = judged.length === 1 ? 'in the only run' : `in all ${evidenceWords(judged)}`
  const where = judged.length === rows.length ? '' : ' that the claim applies to'
  return `${algorithm.title} sent exactly ${claim.text} messages ${all}${where}${on}.`
}

/** What the runs cost at the largest size, where nothing more can be told. */
export function costSentence({ groups, manifest }: Results, measure: ShownMeasure): string | null {
  const measured = groups.filter(({ complete }) => valuesOf(complete, measure).length > 0)
  const n = Math.max(...measured.map(({ key }) => key.n))
  const largest = measured.filter(({ key }) => key.n === n)
  if (largest.length === 0) return null
  const medians = largest.map(({ complete }) => describe(valuesOf(complete, measure))!.median)
  const [least, most] = [figure(Math.min(...medians)), figure(Math.max(...medians))]
  const names = distinct(largest.map(({ key }) => labelOf(key, 'algorithm', manifest)))
  const runs = largest.reduce((sum, { complete }) => sum + complete.length, 0)
  const cost = measure === 'time' ? 'time' : measure
  const amount = `${least === most ? least : `${least} to ${most}`}`
  const what =
    largest.length === 1
      ? runs === 1
        ? 'one run'
        : `median of ${counted(runs, 'run')}`
      : `medians ${inSettings(largest.length, largest.length, variedIn(largest.map(({ key }) => key)))}`
  return `At n = ${count(n)}, ${names.length === 1 ? names[0] : 'they'} took ${measure === 'time' ? `time ${amount}` : `${amount} ${cost}`} (${what}).`
}
