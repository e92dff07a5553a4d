import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Group } from '../statistics/groups.ts'
import { labelOf } from '../wording/dimensions.ts'
import { count, listing } from '../wording/numbers.ts'
import { isOnlySeen, type Outcome, outcomeOf } from './outcome.ts'
import { inSettings, variedIn } from './settings-words.ts'

/** More algorithms than this that are cheapest somewhere are not named one by one. */
const winnersMax = 3

/** More settings than this are counted, not named. */
const namedMax = 2

/** What the algorithms come to in one setting. */
interface Place {
  readonly key: Comparison['key']
  /** Those that surely cost less than all others, and are alike among each other; empty if that cannot be told. */
  readonly cheapest: readonly string[]
  /** Whether at some smaller size it is surely another. */
  readonly changes: boolean
  /** Whether some algorithm has no cost at the largest size that was run. */
  readonly isCut: boolean
  readonly isOnlySeen: boolean
}

/**
 * Three or more algorithms in a sentence: which takes the least of each cost at the largest sizes, and in which of the
 * settings. A size counts only if all algorithms that ran in the setting came to their end there. Of each cost, `all` has
 * the comparisons.
 */
export function severalSentence(
  all: readonly (readonly Comparison[])[],
  groups: readonly Group[],
  manifest: Manifest,
): string {
  const algorithms = new Set(groups.map(({ key }) => key.algorithm))
  const bySetting = groupBy(groups, ({ key }) => settingOf(key))
  const told = all.map((some) => {
    const settings = [...groupBy(some, (one) => settingOf(one.key))]
    return costWords(
      some,
      settings.map(([setting, members]) => placeOf(members, bySetting.get(setting)!)),
      algorithms.size,
      manifest,
    )
  })
  const swept = [...bySetting.values()].some((members) => new Set(members.map(({ key }) => key.n)).size > 1)
  return `of ${count(algorithms.size)} algorithms${swept ? ' at the largest sizes' : ''}, ${told.join('; ')}.`
}

/** Which algorithms take the least of one cost. */
function costWords(
  some: readonly Comparison[],
  places: readonly Place[],
  ran: number,
  manifest: Manifest,
): string {
  const { measure, key } = some[0]!
  const least = measure === 'time' ? 'the least time' : `the fewest ${measure}`
  const varied = variedIn(some.map((one) => one.key))
  const titles = (names: readonly string[]) =>
    listing(names.map((algorithm) => labelOf({ ...key, algorithm }, 'algorithm', manifest)))
  const where = (members: readonly Place[]) => {
    const named = members.length <= namedMax && members.length < places.length
    const labels = members.map((place) =>
      varied.map((dimension) => labelOf(place.key, dimension, manifest)).join(', '),
    )
    const text = named ? `(${listing(labels)})` : inSettings(members.length, places.length, varied)
    return text === '' ? '' : ` ${text}`
  }
  const winners = [...groupBy(places, ({ cheapest }) => JSON.stringify(cheapest)).values()]
  const definite = winners.filter(([first]) => first!.cheapest.length > 0).sort((a, b) => b.length - a.length)
  const named = definite.map((members, i) => {
    const names = members[0]!.cheapest
    if (names.length === ran) return `all take the same ${measure} within 1%${where(members)}`
    const alike = names.length === 1 ? '' : ' alike'
    // The verb is said once.
    const verb = i > 0 ? '' : ` ${names.length === 1 ? 'takes' : 'take'} ${least}`
    return `${titles(names)}${verb}${alike}${where(members)}`
  })
  const depends = definite.length > winnersMax ? [`which takes ${least} depends on the setting`] : named
  const open = places.filter(({ cheapest }) => cheapest.length === 0)
  const untold =
    open.length === 0
      ? []
      : [`${definite.length === 0 ? `which takes ${least}` : 'it'} cannot be told${where(open)}`]
  const asides = [
    places.some(({ changes }) => changes) ? 'not the same at all smaller sizes' : '',
    places.some(({ isCut }) => isCut) ? 'at larger sizes not all came to their end' : '',
    places.some((place) => place.isOnlySeen) ? 'the runs are too few for intervals' : '',
  ].filter((aside) => aside !== '')
  return `${[listing(depends), ...untold].filter((text) => text !== '').join('; ')}${asides.length === 0 ? '' : ` (${asides.join('; ')})`}`
}

const settingOf = ({ algorithm: _, n: __, ...setting }: Comparison['key']): string => JSON.stringify(setting)

function placeOf(members: readonly Comparison[], groups: readonly Group[]): Place {
  const ran = new Set(groups.map(({ key }) => key.algorithm)).size
  // Every pair of them was compared there.
  const whole = [...groupBy(members, ({ key }) => String(key.n)).values()]
    .filter((sizes) => sizes.length === (ran * (ran - 1)) / 2)
    .sort(([a], [b]) => a!.key.n - b!.key.n)
  const largest = whole.at(-1) ?? []
  const cheapest = cheapestOf(largest)
  const before = whole.slice(0, -1).map(cheapestOf)
  return {
    key: members[0]!.key,
    cheapest,
    changes: before.some((names) => names.length > 0 && !names.some((name) => cheapest.includes(name))),
    isCut: groups.some(({ key }) => key.n > (largest[0]?.key.n ?? 0)),
    isOnlySeen: largest.some(isOnlySeen),
  }
}

/** The algorithms that are alike among each other and surely cost less than every other; none if there are no such. */
function cheapestOf(comparisons: readonly Comparison[]): string[] {
  const opposite = { less: 'more', more: 'less', tie: 'tie', open: 'open' } as const
  const sides = comparisons.flatMap((one) => {
    const outcome = outcomeOf(one)
    return [
      { algorithm: one.key.algorithm, rival: one.other, outcome: opposite[outcome] as Outcome },
      { algorithm: one.other, rival: one.key.algorithm, outcome },
    ]
  })
  const byAlgorithm = [...groupBy(sides, ({ algorithm }) => algorithm)]
  const first = byAlgorithm.filter(([, own]) =>
    own.every(({ outcome }) => outcome === 'less' || outcome === 'tie'),
  )
  const names = first.map(([algorithm]) => algorithm)
  // Alike within 1% is no relation that adds up: all of them must be alike with each other.
  const alike = first.every(([, own]) =>
    own.every(({ rival, outcome }) => outcome === 'less' || names.includes(rival)),
  )
  return alike ? names : []
}
