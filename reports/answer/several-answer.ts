import type { Measure } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Group } from '../statistics/groups.ts'
import { type Dimension, labelOf } from '../wording/dimensions.ts'
import { isCounted, measureWords } from '../wording/measures.ts'
import { clauses, count, listing } from '../wording/numbers.ts'
import { amountOf } from './amount.ts'
import { type Place, placeOf } from './place.ts'
import { inNamed, inSettings, variedIn } from './settings-words.ts'

/** More kinds of findings than this about one cost are not told one by one. */
const clausesMax = 3

/** More settings than this are counted, not named. */
const namedMax = 2

/** What is spoken of: the costs of so many algorithms, in settings that differ in some dimensions. */
interface Subject {
  /** Those of which the same is said. */
  readonly measures: readonly Measure[]
  readonly least: string
  readonly cost: string
  readonly ran: number
  readonly settings: number
  readonly varied: readonly Dimension[]
  readonly titles: (names: readonly string[]) => string
  readonly labels: (places: readonly Place[]) => string[]
}

/**
 * Three or more algorithms in a sentence: which takes the least of each cost at the largest sizes, in which of the settings,
 * and which did at smaller sizes. A size counts only if all algorithms that ran in the setting came to their end there. Of
 * each cost, `all` has the comparisons.
 */
export function severalSentence(
  all: readonly (readonly Comparison[])[],
  groups: readonly Group[],
  manifest: Manifest,
): string {
  const algorithms = new Set(groups.map(({ key }) => key.algorithm))
  const bySetting = groupBy(groups, ({ key }) => settingOf(key))
  const costs = all.map((some) => {
    const settings = [...groupBy(some, (one) => settingOf(one.key))]
    return {
      measure: some[0]!.measure,
      places: settings.map(([setting, members]) => placeOf(members, bySetting.get(setting)!)),
    }
  })
  // What is the same of two costs is said once.
  const said = (places: readonly Place[]) => JSON.stringify(places.map(({ ratio: _, ...place }) => place))
  const told = [...groupBy(costs, ({ places }) => said(places)).values()].map((alike) => {
    const { places } = alike[0]!
    const measures = alike.map(({ measure }) => measure)
    return costWords(places, subjectOf(measures, places, algorithms.size, manifest))
  })
  const swept = [...bySetting.values()].some((members) => new Set(members.map(({ key }) => key.n)).size > 1)
  const every = costs.flatMap(({ places }) => places)
  const asides = [
    every.some(({ isCut }) => isCut) ? 'at larger sizes not all came to their end' : '',
    every.some((place) => place.isOnlySeen) ? 'the runs are too few for intervals' : '',
  ].filter((aside) => aside !== '')
  return `of ${count(algorithms.size)} algorithms${swept ? ' at the largest sizes' : ''}, ${[...told, ...asides].join('; ')}.`
}

const settingOf = ({ algorithm: _, n: __, ...setting }: Comparison['key']): string => JSON.stringify(setting)

function subjectOf(
  measures: readonly Measure[],
  places: readonly Place[],
  ran: number,
  manifest: Manifest,
): Subject {
  const [{ key }] = places as readonly [Place]
  const varied = variedIn(places.map((place) => place.key))
  const least = measures.map(
    (measure) => `the ${isCounted(measure) ? 'fewest' : 'least'} ${measureWords(measure)}`,
  )
  return {
    measures,
    least: listing(least),
    cost: listing(measures.map(measureWords)),
    ...{ ran, settings: places.length, varied },
    titles: (names) =>
      listing(names.map((algorithm) => labelOf({ ...key, algorithm }, 'algorithm', manifest))),
    labels: (places) =>
      places.map((place) => varied.map((dimension) => labelOf(place.key, dimension, manifest)).join(', ')),
  }
}

/** Which algorithms take the least of one cost. */
function costWords(places: readonly Place[], subject: Subject): string {
  const { least } = subject
  const definite = places.filter(({ cheapest }) => cheapest.length > 0)
  const byCourse = kindsOf(definite, ({ cheapest, before }) => [cheapest, before])
  const kinds = byCourse.length > clausesMax ? kindsOf(definite, ({ cheapest }) => [cheapest]) : byCourse
  const open = places.filter(({ cheapest }) => cheapest.length === 0)
  const told =
    kinds.length > clausesMax
      ? `which takes ${least} depends on the setting`
      : clauses(kinds.map((members, i) => clause(members, kinds[i - 1], subject)))
  const isMixed = places.some(({ before }) => before === 'mixed') || kinds !== byCourse
  const mixed = isMixed ? ' (not the same at all smaller sizes)' : ''
  if (kinds.length === 0) return `which takes ${least} cannot be told${where(open, subject)}`
  return `${told}${mixed}${open.length === 0 ? '' : `; which it is${where(open, subject)} cannot be told`}`
}

/** Places of which the same is to be said, what holds in most settings first. */
const kindsOf = (places: readonly Place[], said: (place: Place) => unknown): (readonly Place[])[] =>
  [...groupBy(places, (place) => JSON.stringify(said(place))).values()].sort((a, b) => b.length - a.length)

/** “Push takes the least time on 3 of 4 networks”; what the clause `before` it has said already is left out. */
function clause(members: readonly Place[], before: readonly Place[] | undefined, subject: Subject): string {
  const { least, cost, ran, titles } = subject
  const { cheapest } = members[0]!
  const isSaid = before?.[0]?.cheapest.length === 1
  const place = `${where(members, subject)}${beforeWords(members, subject)}`
  if (cheapest.length === ran) return `all take the same ${cost} within 1%${place}`
  if (cheapest.length > 1)
    return `${titles(cheapest)} tie${before === undefined ? ` for ${least}` : ''}${place}`
  return `${titles(cheapest)}${isSaid ? '' : ` takes ${least}`}${place}${amountWords(members, subject)}`
}

/** “: 2 to 3 times fewer than the next”; empty where several costs are told together. */
function amountWords(members: readonly Place[], { measures }: Subject): string {
  const [measure, another] = measures
  if (measure === undefined || another !== undefined) return ''
  const amount = amountOf(
    members.map(({ ratio }) => ({ ratio, interval: null })),
    'less',
    measure,
  )
  return amount === null ? '' : `, ${amount} than the next`
}

function where(members: readonly Place[], { settings, varied, labels }: Subject): string {
  const isNamed = members.length <= namedMax && members.length < settings
  const text = isNamed ? inNamed(labels(members), varied) : inSettings(members.length, settings, varied)
  return text === '' ? '' : ` ${text}`
}

/** “ from n = 64 on (up to n = 32 it is Pull)”; empty if it was never another, or not the same in all of these settings. */
function beforeWords(members: readonly Place[], { titles }: Subject): string {
  const [first] = members as readonly [Place]
  const { before, n } = first
  if (before === null || before === 'mixed') return ''
  if (kindsOf(members, (place) => place.before).length > 1) return ''
  const { names, to, from } = before
  const now = from === n ? `at n = ${count(n)}` : `from n = ${count(from)} on`
  return ` ${now} (up to n = ${count(to)} ${names.length === 1 ? 'it is' : 'they are'} ${titles(names)})`
}
