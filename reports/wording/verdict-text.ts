import { isAboutMean, type Measure } from '../../engine/index.ts'
import type { ClaimGrowth } from '../claims/claim-growth.ts'
import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { chanceOfMissing, missOf } from '../statistics/chance.ts'
import { evidenceWords, partWords } from './evidence.ts'
import { isCounted, measureWords } from './measures.ts'
import { count, counted, figure } from './numbers.ts'
import { inputsName, topologyName } from './spec-names.ts'
import { fewOf, whyUntested } from './untested.ts'

/** A verdict on a claim in words: what held, on how many runs; or why nothing can be said. */
export function verdictText(one: ClaimVerdict): string {
  const { verdict, claim, rows, applied, judged, reasons, violations, growth } = one
  if (growth !== null) return growthText(growth, claim.measure)
  if (verdict === 'not tested') return `not tested by this sweep: ${whyUntested(claim, rows)}`
  if (isAboutMean(claim)) return meanText(one)
  const why = reasons.length === 0 ? '' : ` (${fewOf(reasons)})`
  const unjudged =
    applied > judged.length ? `; ${counted(applied - judged.length, 'run')} not checked${why}` : ''
  if (verdict === 'violated') return `violated in ${partWords(violations, judged)}${unjudged}`
  const sampled = judged.every(({ evidence }) => evidence === 'sampled')
  return `held on ${sampled ? all(judged.length, 'run') : evidenceWords(judged)}${unjudged}`
}

/** What chance alone gives stands with the misses, since one 95% interval in twenty misses what is true. */
function meanText({ verdict, claim, consistent, inconsistent }: ClaimVerdict): string {
  const groups = consistent + inconsistent
  const [keeps, misses] =
    claim.kind === 'expected' ? ['contains it', 'misses it'] : ['does not lie above it', 'lies above it']
  if (inconsistent === 0) return `consistent: the 95% interval ${keeps} in ${all(groups, 'group')}`
  const chance = oftenWords(chanceOfMissing(inconsistent, groups, missOf(claim)))
  return `${verdict}: the 95% interval ${misses} in ${count(inconsistent)} of ${counted(groups, 'group')} (chance alone gives as many ${chance})`
}

/** “consistent: the messages grow like that (Ring, worst identifiers)”. */
function growthText({ verdict, by, reason }: ClaimGrowth, measure: Measure): string {
  if (reason !== null) return `${verdict}: ${reason}`
  const cost = measureWords(measure)
  const [grow, doNot] = isCounted(measure) ? ['grow', 'do not'] : ['grows', 'does not']
  if (by === null)
    return `${verdict}: the sampled ${cost} ${doNot} grow faster; whether the largest ${grow} like that is open`
  const { topologies, key } = by
  const place = [
    ...topologies.map(topologyName),
    ...(key.inputs === 'random' ? [] : [inputsName(key.inputs)]),
  ]
  return `${verdict}: the ${cost} ${grow} ${verdict === 'consistent' ? 'like that' : 'faster'} (${place.join(', ')})`
}

/** “in 26% of sweeps”. */
function oftenWords(chance: number): string {
  return chance < 0.001
    ? 'in less than 0.1% of sweeps'
    : `in ${figure(Number((100 * chance).toPrecision(2)))}% of sweeps`
}

/** “the only run”, “all 5 runs”. */
const all = (value: number, noun: string): string =>
  value === 1 ? `the only ${noun}` : `all ${counted(value, noun)}`
