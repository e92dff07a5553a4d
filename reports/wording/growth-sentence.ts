import type { Manifest } from '../../experiments/cell/index.ts'
import type { Contender, GrowthAssessment, GrowthVerdict } from '../growth/index.ts'
import { capitalised } from './capitalised.ts'
import { circumstance, labelOf } from './dimensions.ts'
import { count, counted, listing } from './numbers.ts'
import { percent } from './percent.ts'

/**
 * The verdict on the growth of a cost as one sentence, which says no more than the data allow: “Messages of LCR (Ring)
 * grow like n log n (n = 16 … 4,096; 99.8% of 1,000 resamples; exponent 1.13 [1.11, 1.15]); n and n log² n are excluded.”
 */
export function growthSentence(verdict: GrowthVerdict, manifest: Manifest): string {
  const { measure, missing, assessment } = verdict
  const subject = `${measure} of ${subjectOf(verdict, manifest)}`
  if (assessment === null)
    return `How ${subject} ${measure === 'time' ? 'grows' : 'grow'} cannot be judged: ${missing}.`
  return `${capitalised(tellers[assessment.kind](subject, verdict, assessment))}.`
}

type Teller = (subject: string, verdict: GrowthVerdict, assessment: GrowthAssessment) => string

const tellers: Readonly<Record<GrowthAssessment['kind'], Teller>> = {
  grows(subject, verdict, assessment) {
    const { text, aliases } = assessment.contenders[0]!
    const isTime = verdict.measure === 'time'
    const predicate =
      text === '1'
        ? `${isTime ? 'stays' : 'stay'} constant`
        : `${isTime ? 'grows' : 'grow'} like ${text}${aliases.length === 0 ? '' : `, to which ${listing(aliases)} ${aliases.length === 1 ? 'is' : 'are'} nearly proportional here`}`
    const others = neighbours(assessment)
    const excluded =
      verdict.topologies.length > 1
        ? 'all other classes tried are excluded'
        : `${listing(others)} ${others.length === 1 ? 'is' : 'are'} excluded`
    return `${subject} ${predicate} (${basis(verdict, assessment, [assessment.contenders[0]!])}); ${excluded}`
  },
  undecided(subject, verdict, assessment) {
    const { contenders, betterPredictor } = assessment
    if (contenders.length === 1) {
      const doubt =
        betterPredictor === null
          ? 'not surely enough'
          : `${betterPredictor} predicts the largest sizes better`
      return `${subject}: ${contenders[0]!.text} fits best (${basis(verdict, assessment, contenders)}), but ${doubt}`
    }
    return `${subject}: ${listing(contenders.map(({ text }) => text))} cannot be told apart (${basis(verdict, assessment, contenders)})${remedy(assessment)}`
  },
  none(subject, verdict, assessment) {
    const { text, misfit } = assessment.contenders.reduce((a, b) => (b.misfit < a.misfit ? b : a))
    return `${subject} ${verdict.measure === 'time' ? 'fits' : 'fit'} none of the classes tried (${basis(verdict, assessment, [])}); the nearest, ${text}, is typically ${percent(misfit)} off`
  },
}

/** “LCR (Ring, worst identifiers)”. */
function subjectOf({ key, topologies }: GrowthVerdict, manifest: Manifest): string {
  const { delays, timings } = manifest.experiment
  const networks = topologies.map((topology) => labelOf({ ...key, topology }, 'topology', manifest))
  const place =
    networks.length > 3 ? `${count(networks.length)} kinds of network together` : listing(networks)
  const unusual = (['inputs', 'wakeup', 'faults'] as const).map((dimension) =>
    circumstance(key, dimension, manifest),
  )
  const delay = delays.length > 1 || timings.length > 1 ? circumstance(key, 'delay', manifest) : ''
  const all = [place, ...unusual, delay].filter((text) => text !== '')
  return `${labelOf(key, 'algorithm', manifest)} (${all.join(', ')})`
}

/** What the verdict rests on: sizes, resamples, exponent; on several kinds of network the distance from the curve. */
function basis(
  { sizes, topologies, cutShort, free }: GrowthVerdict,
  { resamples, exponent }: GrowthAssessment,
  contenders: readonly Contender[],
): string {
  const range =
    sizes.length === 1 ? `n = ${count(sizes[0]!)}` : `n = ${count(sizes[0]!)} … ${count(sizes.at(-1)!)}`
  const shares = contenders.map(({ share }) => (share === 1 ? 'all' : percent(share)))
  const won =
    shares.length === 0
      ? []
      : [`${listing(shares)}${shares[0] === 'all' ? '' : ' of'} ${count(resamples)} resamples`]
  const { value, low, high } = exponent
  const slope =
    topologies.length > 1
      ? contenders.slice(0, 1).map(({ misfit }) => `typically ${percent(misfit)} off`)
      : [`exponent ${decimal(value)} [${decimal(low)}, ${decimal(high)}]`]
  const left = cutShort === 0 ? [] : [`${counted(cutShort, 'group')} with runs that were cut short left out`]
  const zeros =
    free === 0 ? [] : [`${counted(free, 'group')} with costs of 0, which have no logarithm, left out`]
  return [range, ...won, ...slope, ...left, ...zeros].join('; ')
}

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

const decimal = (value: number): string => {
  const text = value.toFixed(2).replace(/^-0\.00$/, '0.00')
  return text.replace('-', '−')
}
