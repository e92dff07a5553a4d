import type { Manifest } from '../../experiments/cell/index.ts'
import type { Contender, Doubt, GrowthAssessment, GrowthVerdict } from '../growth/index.ts'
import { capitalised } from './capitalised.ts'
import { circumstance, labelOf } from './dimensions.ts'
import { decimal, exponentWords } from './exponent.ts'
import { isCounted, measureWords } from './measures.ts'
import { count, counted, listing } from './numbers.ts'
import { percent } from './percent.ts'

/**
 * The verdict on the growth of a cost as one sentence, which says no more than the data allow: “Messages of LCR (Ring,
 * asynchronous, delays uniform on (0, 1]) grow like n log n (n^1.13 [1.11, 1.15] for n from 16 to 4,096; 99.8% of 1,000
 * resamples; typically 0.4% off, 0.9% at the largest sizes if predicted from the others); n and n log² n are excluded.”
 */
export function growthSentence(verdict: GrowthVerdict, manifest: Manifest): string {
  const { measure, missing, assessment } = verdict
  const subject = `${measureWords(measure)} of ${subjectOf(verdict, manifest)}`
  if (assessment === null)
    return `How ${subject} ${isCounted(measure) ? 'grow' : 'grows'} cannot be judged: ${missing}.`
  return `${capitalised(tellers[assessment.kind](subject, verdict, assessment))}.`
}

type Teller = (subject: string, verdict: GrowthVerdict, assessment: GrowthAssessment) => string

const tellers: Readonly<Record<GrowthAssessment['kind'], Teller>> = {
  grows(subject, verdict, assessment) {
    const { text, aliases } = assessment.contenders[0]!
    const isSeveral = isCounted(verdict.measure)
    const predicate =
      text === '1'
        ? `${isSeveral ? 'stay' : 'stays'} constant over this range`
        : `${isSeveral ? 'grow' : 'grows'} like ${text}${aliases.length === 0 ? '' : `, to which ${listing(aliases)} ${aliases.length === 1 ? 'is' : 'are'} nearly proportional here`}`
    const others = neighbours(assessment)
    const excluded =
      verdict.topologies.length > 1
        ? 'all other classes tried are excluded'
        : `${listing(others)} ${others.length === 1 ? 'is' : 'are'} excluded`
    return `${subject} ${predicate} (${basis(verdict, assessment, [assessment.contenders[0]!])}); ${excluded}${verdict.topologies.length > 1 ? '' : difference(assessment)}`
  },
  undecided(subject, verdict, assessment) {
    const { contenders, betterPredictor, doubt } = assessment
    const [{ text }] = contenders as [Contender]
    if (doubt === 'bent')
      return `${subject} ${isCounted(verdict.measure) ? 'come' : 'comes'} near none of the classes tried, nor ${lawOf(verdict)} (${basis(verdict, assessment, [])}); no class is named`
    if (contenders.length === 1) {
      const objection =
        doubt !== null
          ? `${doubts[doubt](assessment, verdict)}, so that no class is named`
          : betterPredictor === null
            ? 'not surely enough'
            : `${betterPredictor} predicts the largest sizes better`
      return `${subject}: of the classes tried ${text} comes nearest (${basis(verdict, assessment, contenders)}), but ${objection}`
    }
    return `${subject}: ${listing(contenders.map(({ text }) => text))} cannot be told apart (${basis(verdict, assessment, contenders)})${remedy(assessment)}`
  },
  none(subject, verdict, assessment) {
    const { text, misfit } = assessment.contenders.reduce((a, b) => (b.misfit < a.misfit ? b : a))
    return `${subject} ${isCounted(verdict.measure) ? 'fit' : 'fits'} none of the classes tried (${basis(verdict, assessment, [])}); the nearest, ${text}, is typically ${percent(misfit)} off`
  },
}

/** What speaks against the class that comes nearest. */
const doubts: Readonly<
  Record<Exclude<Doubt, 'bent'>, (assessment: GrowthAssessment, verdict: GrowthVerdict) => string>
> = {
  misfit: () => 'its curve misses the costs by more than chance explains',
  slope: () => 'at the largest sizes the costs have another slope than its curve',
  prediction: () => 'its curve through the smaller sizes misses the largest ones',
  term: ({ contenders: [first] }) =>
    `only with ${first!.term === '1' ? 'a constant' : `a term in ${first!.term}`} that is not minor at the largest size`,
  power: ({ contenders: [first] }) =>
    `its own exponent would be ${decimal(first!.slopeAlone)}, and a power of n fits as well`,
  straight: (_, verdict) => `${lawOf(verdict)} fits still better`,
}

const lawOf = ({ topologies }: GrowthVerdict): string =>
  topologies.length > 1 ? 'a product of powers of n, m and D' : 'a power of n'

/** Why a class stands beside an interval of the slope that its leading term alone is not in. */
function difference({ contenders, exponent: { low, high } }: GrowthAssessment): string {
  const { text, term, slopeAlone } = contenders[0]!
  const isInside = decimal(slopeAlone) === decimal(Math.min(high, Math.max(low, slopeAlone)))
  if (isInside) return ''
  const reason =
    term === null ? 'small terms make' : `${term === '1' ? 'a constant' : `a term in ${term}`} makes`
  return `; ${text} alone would have the exponent ${decimal(slopeAlone)}, and ${reason} the difference`
}

/** “LCR (Ring, worst identifiers, asynchronous, delays uniform on (0, 1])”. */
function subjectOf({ key, topologies }: GrowthVerdict, manifest: Manifest): string {
  const networks = topologies.map((topology) => labelOf({ ...key, topology }, 'topology', manifest))
  const place = networks.length > 3 ? `${count(networks.length)} networks together` : listing(networks)
  const unusual = (['inputs', 'wakeup', 'faults', 'weights', 'clocks', 'workload'] as const).map(
    (dimension) => circumstance(key, dimension, manifest),
  )
  const all = [place, ...unusual, circumstance(key, 'delay', manifest)].filter((text) => text !== '')
  return `${labelOf(key, 'algorithm', manifest)} (${all.join(', ')})`
}

/** What the verdict rests on: sizes, resamples, distances from the curve, the slope, and what was left out. */
function basis(
  verdict: GrowthVerdict,
  { resamples }: GrowthAssessment,
  contenders: readonly Contender[],
): string {
  const { sizes, cutShort } = verdict
  const range =
    sizes.length === 1 ? `n = ${count(sizes[0]!)}` : `n = ${count(sizes[0]!)} … ${count(sizes.at(-1)!)}`
  const shares = contenders.map(({ share }) => (share === 1 ? 'all' : percent(share)))
  const won =
    shares.length === 0
      ? []
      : [`${listing(shares)}${shares[0] === 'all' ? '' : ' of'} ${count(resamples)} resamples`]
  const off = contenders
    .slice(0, 1)
    .map(
      ({ text, misfit, holdOut }) =>
        `${contenders.length > 1 ? `${text} ` : ''}typically ${percent(misfit)} off, ${percent(holdOut)} at the largest sizes if predicted from the others`,
    )
  const left = cutShort === 0 ? [] : [`${counted(cutShort, 'group')} with runs that were cut short left out`]
  return `${[exponentWords(verdict) ?? range, ...won, ...off, ...left].join('; ')}${zeros(verdict)}`
}

/** “; 3 groups with costs of 0, which have no logarithm, left out”. */
const zeros = ({ free }: GrowthVerdict): string =>
  free === 0 ? '' : `; ${counted(free, 'group')} with costs of 0, which have no logarithm, left out`

/** The classes that were tried next to the verdict, slower and faster. */
function neighbours({ tried, contenders }: GrowthAssessment): string[] {
  const i = tried.indexOf(contenders[0]!.text)
  return [tried[i - 1], tried[i + 1]].flatMap((text) => text ?? [])
}

/** What would tell the contenders apart. */
function remedy({ enough }: GrowthAssessment): string {
  if (enough === null) return ''
  const { size, replicates } = enough
  const ways = [
    ...(size === null ? [] : [`sizes up to ${power(size)}`]),
    ...(replicates === null ? [] : [`about ${counted(replicates, 'replicate')}`]),
  ]
  return ways.length === 0
    ? '; no practicable sweep would tell them apart'
    : `; ${ways.join(' or ')} would tell them apart`
}

/** 65,536 is 2^16: large sizes are easier to read as powers of two, where they are. */
function power(size: number): string {
  const exponent = Math.log2(size)
  return exponent >= 14 && Number.isInteger(exponent) ? `2^${exponent}` : count(size)
}
