import type { Measure } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Group } from '../statistics/groups.ts'
import { contestants } from '../wording/comparison.ts'
import { type Dimension, labelOf } from '../wording/dimensions.ts'
import { isCounted, lessWord, measureWords } from '../wording/measures.ts'
import { count, listing } from '../wording/numbers.ts'
import { amountOf } from './amount.ts'
import { type Course, courseOf, everywhere } from './course.ts'
import { isOnlySeen, type Outcome } from './outcome.ts'
import { inSettings, variedIn } from './settings-words.ts'

/** More settings than this are counted, not named. */
const namedMax = 3

/** More kinds of findings than this are too much for a sentence. */
const clausesMax = 3

/** One setting, and how the two compare in it as n grows. */
interface Series {
  readonly label: string
  readonly course: Course
  readonly last: Comparison
  /** Whether larger sizes were run, and not both came to an end there. */
  readonly isCut: boolean
}

/** What was measured, and in which settings. */
interface Subject {
  readonly measure: Measure
  readonly first: string
  readonly other: string
  readonly varied: readonly Dimension[]
  readonly settings: number
}

/**
 * Two algorithms and one cost, in a sentence: which takes less, from which size on, in which settings, and how much at the
 * largest size. `all` are the comparisons of the two by that cost; `groups` tell at which sizes they ran.
 */
export function pairSentence(
  all: readonly Comparison[],
  measure: Measure,
  groups: readonly Group[],
  manifest: Manifest,
): string {
  const words = wordsOf(measure)
  const varied = variedIn(all.map(({ key }) => key))
  const settings = [
    ...groupBy(all, ({ key: { algorithm: _, n: __, ...setting } }) => JSON.stringify(setting)),
  ]
  const series = settings.map(([, members]): Series => {
    const sizes = [...members].sort((a, b) => a.key.n - b.key.n)
    const label = varied.map((dimension) => labelOf(sizes[0]!.key, dimension, manifest)).join(', ')
    const last = sizes.at(-1)!
    const isCut = hasLarger(last, groups)
    const course = courseOf(sizes, words)
    const where = isCut && course.where === everywhere ? `${everywhere} that both finished` : course.where
    return { label, course: { ...course, where }, last, isCut }
  })
  const [other, first] = contestants(all[0]!, manifest)
  const subject: Subject = { measure, first, other, varied, settings: series.length }
  const clauses = [
    ...groupBy(series, ({ course: { outcome, where, before } }) =>
      JSON.stringify([outcome, where, before]),
    ).values(),
  ].sort(([a], [b]) => order.indexOf(a!.course.outcome) - order.indexOf(b!.course.outcome))
  const told =
    clauses.length > clausesMax
      ? overSettings(series, subject)
      : clauses.map((members, i) => clause(members, i === 0, subject)).join('; ')
  return `${told}${fewRuns(series)}${series.some(({ isCut }) => isCut) ? '; at larger sizes not both came to their end' : ''}.`
}

/** What is told first. */
const order: readonly Outcome[] = ['less', 'more', 'tie', 'open']

const wordsOf = (measure: Measure) => ({ less: lessWord(measure), more: 'more' }) as const

/** Settings of which the same is to be said; the first clause of a sentence names the two algorithms. */
function clause(members: readonly Series[], isFirst: boolean, subject: Subject): string {
  const { measure, first, other, settings, varied } = subject
  const [{ course }] = members as readonly [Series]
  const { outcome, where, before } = course
  const named = settings > 1 && members.length < settings && members.length <= namedMax
  const aside = [named ? listing(members.map(({ label }) => label)) : '', before].filter(
    (text) => text !== '',
  )
  const counts = named ? '' : inSettings(members.length, settings, varied)
  const place = `${counts === '' ? '' : `${counts}${where === '' ? '' : ', '}`}${where}${aside.length === 0 ? '' : ` (${aside.join('; ')})`}`
  const last = members.map((one) => one.last)
  const who = isFirst ? other : 'it'
  const than = isFirst ? ` than ${first}` : ''
  const seen = last.some(isOnlySeen) && isFirst ? ' in these runs' : ''
  if (outcome === 'open')
    return `which of ${isFirst ? `${other} and ${first}` : 'the two'} takes ${lessWord(measure)} ${measureWords(measure)} cannot be told ${place.replace('every', 'any')}`
  if (outcome === 'tie') {
    const exactly = last.every(({ ties, pairs }) => ties === pairs)
    return `${isFirst ? `${other} and ${first} take` : 'they take'} the same ${measureWords(measure)}${exactly ? '' : ' within 1%'} ${place}`
  }
  const amount = amountOf(last, outcome, measure)
  return `${who} takes ${wordsOf(measure)[outcome]}${isFirst ? ` ${measureWords(measure)}` : ''}${than}${seen} ${place}${amount === null ? '' : `: ${amount} ${atSizes(members, course)}`}`
}

/** Where the amount was measured; not said twice. */
function atSizes(members: readonly Series[], { where }: Course): string {
  const sizes = new Set(members.map(({ last }) => last.key.n))
  const [only] = sizes
  if (sizes.size > 1) return 'at the largest sizes'
  return where === `at n = ${count(only!)}` ? 'there' : `at n = ${count(only!)}`
}

/** Many settings of which different things are to be said: what holds at their largest sizes, and whether it always did. */
function overSettings(series: readonly Series[], { measure, first, other }: Subject): string {
  const words = wordsOf(measure)
  const number = (outcome: Outcome) => series.filter(({ course }) => course.outcome === outcome).length
  const parts = (['less', 'more', 'tie'] as const).flatMap((outcome) =>
    number(outcome) === 0
      ? []
      : `${outcome === 'tie' ? 'the same within 1%' : words[outcome]} in ${count(number(outcome))}`,
  )
  const open = number('open') === 0 ? '' : `in ${count(number('open'))} it cannot be told`
  const crossing = series.filter(({ course }) => course.crosses).length
  const crossed = crossing === 0 ? '' : `; the order changes with n in ${count(crossing)}`
  const [those, are] = isCounted(measure) ? ['those', 'are'] : ['that', 'is']
  const told = parts.length === 0 ? '' : ` ${are} ${listing(parts)}`
  return `at the largest sizes of ${count(series.length)} settings, the ${measureWords(measure)} of ${other} against ${those} of ${first}${told}${told === '' || open === '' ? '' : '; '}${told === '' ? ': ' : ''}${open}${crossed}`
}

/** An interval takes five instances. */
function fewRuns(series: readonly Series[]): string {
  const few = series.filter(({ last }) => isOnlySeen(last))
  if (few.length === 0) return ''
  const most = Math.max(...few.map(({ last }) => last.pairs))
  return `; ${most === 1 ? 'one run of each gives' : `${count(most)} runs of each are too few for`} ${most === 1 ? 'no' : 'an'} interval`
}

/** Whether one of the two ran at a larger size of the same setting. */
function hasLarger({ key, other }: Comparison, groups: readonly Group[]): boolean {
  const setting = JSON.stringify(settingOf(key))
  return groups.some(
    (group) =>
      group.key.n > key.n &&
      [key.algorithm, other].includes(group.key.algorithm) &&
      JSON.stringify(settingOf(group.key)) === setting,
  )
}

const settingOf = ({ algorithm: _, n: __, ...setting }: Comparison['key']) => setting
