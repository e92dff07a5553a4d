import type { Manifest } from '../../experiments/cell/index.ts'
import { distinct, groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import { capitalised } from './capitalised.ts'
import { contestants, intervalWords } from './comparison.ts'
import { dimensions, labelOf, specOf } from './dimensions.ts'
import { count, figure, listing } from './numbers.ts'

/** With more settings than this, each alone is too much for an answer. */
const settingsMax = 3

/**
 * What comparisons come to, in sentences. Of two algorithms: which takes more, from which size on, and how much at the
 * largest; or in how many of many settings. Of more: which takes the least.
 */
export function comparisonSentences(all: readonly Comparison[], manifest: Manifest): string[] {
  const algorithms = distinct(all.flatMap(({ key, other }) => [key.algorithm, other]))
  if (algorithms.length < 3) return ofTwo(all, manifest)
  return [...groupBy(all, ({ measure }) => measure).values()].map((some) =>
    ofSeveral(some, algorithms, manifest),
  )
}

function ofTwo(all: readonly Comparison[], manifest: Manifest): string[] {
  const varied = dimensions.filter(
    (dimension) =>
      dimension !== 'algorithm' && new Set(all.map(({ key }) => specOf(key, dimension))).size > 1,
  )
  const settingOf = ({ key }: Comparison) =>
    capitalised(varied.map((dimension) => labelOf(key, dimension, manifest)).join(', '))
  const pairs = groupBy(all, ({ key, other, measure }) => JSON.stringify([measure, key.algorithm, other]))
  return [...pairs.values()].flatMap((pair) => {
    const settings = [...groupBy(pair, settingOf)].map(
      ([setting, members]) => [setting, [...members].sort((a, b) => a.key.n - b.key.n)] as const,
    )
    if (settings.length > settingsMax)
      return [
        overSettings(
          settings.map(([, sizes]) => sizes.at(-1)!),
          manifest,
        ),
      ]
    const alike =
      settings.length > 1
        ? alikeEverywhere(
            settings.map(([, sizes]) => sizes),
            manifest,
          )
        : null
    if (alike !== null) return [alike]
    return settings.flatMap(([setting, sizes]) => {
      const sentence = overSizes(sizes, manifest)
      return sentence === null ? [] : [setting === '' ? capitalised(sentence) : `${setting}: ${sentence}`]
    })
  })
}

/** One setting, by size: “X takes fewer messages than Y from n = 64 on: 0.05 times as many at n = 2,048 (…).” */
function overSizes(sizes: readonly Comparison[], manifest: Manifest): string | null {
  const last = sizes.at(-1)!
  const [other, first] = contestants(last, manifest)
  const { verdict, measure } = last
  const at = `at n = ${count(last.key.n)}`
  if (verdict === null || last.ratio === null) return null
  const interval =
    last.interval === null || last.interval.low === last.interval.high
      ? ''
      : ` (95% interval ${intervalWords(last)})`
  const ratio = `${figure(last.ratio)} times as ${measure === 'time' ? 'much' : 'many'} ${at}${interval}`
  if (verdict === 'undecided')
    return `whether ${other} takes more ${measure} than ${first} ${at} cannot be told: ${ratio}.`
  let start = sizes.length - 1
  while (start > 0 && sizes[start - 1]!.verdict === verdict) start--
  const where =
    sizes.length === 1 ? at : start === 0 ? 'at every size' : `from n = ${count(sizes[start]!.key.n)} on`
  if (verdict === 'equal') return `${other} takes the same ${measure} as ${first} ${where}.`
  return `${other} takes ${verdictWords[verdict](measure)} than ${first} ${where}: ${ratio}.`
}

/** The same verdict in all settings and at all sizes: “X takes more time than Y everywhere: 2 to 2.1 times as much …”. */
function alikeEverywhere(settings: readonly (readonly Comparison[])[], manifest: Manifest): string | null {
  const last = settings.map((sizes) => sizes.at(-1)!)
  const { verdict, measure, key } = last[0]!
  const same = settings.flat().every((one) => one.verdict === verdict)
  if (!same || verdict === null || verdict === 'undecided') return null
  const [other, first] = contestants(last[0]!, manifest)
  const everywhere = `in all ${count(settings.length)} settings and at every size`
  if (verdict === 'equal') return `${other} takes the same ${measure} as ${first} ${everywhere}.`
  const ratios = last.map(({ ratio }) => ratio!)
  const [low, high] = [figure(Math.min(...ratios)), figure(Math.max(...ratios))]
  const times = `${low === high ? low : `${low} to ${high}`} times as ${measure === 'time' ? 'much' : 'many'}`
  const at = last.every((one) => one.key.n === key.n) ? `n = ${count(key.n)}` : 'the largest sizes'
  return `${other} takes ${verdictWords[verdict](measure)} than ${first} ${everywhere}: ${times} at ${at}.`
}

const verdictWords = {
  less: (measure: string) => (measure === 'time' ? 'less time' : `fewer ${measure}`),
  more: (measure: string) => `more ${measure}`,
  equal: (measure: string) => `the same ${measure}`,
  undecided: () => 'neither surely more nor surely less',
} as const

/** Many settings, each at its largest size: “X takes fewer messages than Y in 9 of 12 settings, more in 3.” */
function overSettings(largest: readonly Comparison[], manifest: Manifest): string {
  const [other, first] = contestants(largest[0]!, manifest)
  const { measure } = largest[0]!
  const parts = (['less', 'more', 'equal', 'undecided'] as const).flatMap((verdict) => {
    const members = largest.filter((one) => one.verdict === verdict)
    if (members.length === 0) return []
    return `${verdictWords[verdict](measure)} in ${members.length === largest.length ? 'all ' : ''}${count(members.length)}`
  })
  return `Against ${first}, at the largest sizes of ${count(largest.length)} settings, ${other} takes ${listing(parts)}.`
}

/** “Of 4 algorithms, at the largest sizes, X takes the fewest messages in 12 of 15 settings; in 3 it cannot be told.” */
function ofSeveral(all: readonly Comparison[], algorithms: readonly string[], manifest: Manifest): string {
  const { measure } = all[0]!
  const settings = [
    ...groupBy(all, ({ key: { algorithm: _, n: __, ...setting } }) => JSON.stringify(setting)).values(),
  ]
  const cheapest = settings.map((members) => {
    const n = Math.max(...members.map(({ key }) => key.n))
    return cheapestOf(members.filter(({ key }) => key.n === n))
  })
  const inSettings = (name: string | null) => {
    const number = cheapest.filter((one) => one === name).length
    if (settings.length === 1) return ''
    return number === settings.length
      ? ` in all ${count(number)} settings`
      : ` in ${count(number)} of ${count(settings.length)} settings`
  }
  const least = measure === 'time' ? 'the least time' : `the fewest ${measure}`
  const parts = algorithms.flatMap((name) =>
    cheapest.includes(name)
      ? `${labelOf({ ...all[0]!.key, algorithm: name }, 'algorithm', manifest)} takes ${least}${inSettings(name)}`
      : [],
  )
  if (cheapest.includes(null)) parts.push(`which takes ${least} cannot be told${inSettings(null)}`)
  return `Of ${count(algorithms.length)} algorithms at the largest size, ${listing(parts)}.`
}

/** The algorithm that surely costs less than every other that it is compared with; null if there is none. */
function cheapestOf(comparisons: readonly Comparison[]): string | null {
  const sides = comparisons.flatMap(({ key, other, verdict }) => [
    { algorithm: other, isLess: verdict === 'less' },
    { algorithm: key.algorithm, isLess: verdict === 'more' },
  ])
  const byAlgorithm = groupBy(sides, ({ algorithm }) => algorithm)
  for (const [algorithm, own] of byAlgorithm)
    if (own.length === byAlgorithm.size - 1 && own.every(({ isLess }) => isLess)) return algorithm
  return null
}
