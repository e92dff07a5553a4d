import type { Measure } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import { isScheduled, labelOf } from '../wording/dimensions.ts'
import { isCounted, measureWords } from '../wording/measures.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import { inSettings, variedIn } from './settings-words.ts'

/** More algorithms than this are not told one by one. */
const toldMax = 6

/**
 * What the runs cost at the largest size: “At n = 64, FloodMax took 341 to 2,115 messages (medians in all 4 settings)”; of
 * several algorithms, what each of them took, the least first. Only runs that came to their end have a cost; a size at which
 * there are others does not count, if there is one at which there are none.
 */
export function costSentence({ groups, manifest }: Results, measure: Measure): string | null {
  const measured = groups.filter(({ complete }) => valuesOf(complete, measure).length > 0)
  const algorithms = new Set(measured.map(({ key }) => key.algorithm)).size
  const sizes = [...groupBy(measured, ({ key }) => String(key.n)).values()]
  const whole = sizes.filter(
    (members) =>
      members.every(({ rows, complete }) => rows.length === complete.length) &&
      new Set(members.map(({ key }) => key.algorithm)).size === algorithms,
  )
  const largest = largestOf(whole) ?? largestOf(sizes)
  if (largest === null) return null
  const cut = groups.some(({ key }) => key.n > largest[0]!.key.n)
    ? '; at larger sizes not all came to their end'
    : ''
  return `${algorithms === 1 ? oneAlgorithm(largest, measure, manifest) : each(largest, measure, manifest)}${cut}.`
}

function largestOf(sizes: readonly (readonly Group[])[]): readonly Group[] | null {
  return sizes.reduce<readonly Group[] | null>(
    (a, b) => (a === null || b[0]!.key.n > a[0]!.key.n ? b : a),
    null,
  )
}

function oneAlgorithm(largest: readonly Group[], measure: Measure, manifest: Manifest): string {
  const { key } = largest[0]!
  const amount = amountOf(largest, measure)
  const cost = isCounted(measure)
    ? `${amount} ${measureWords(measure)}`
    : `${measureWords(measure)} ${amount}`
  return `at n = ${count(key.n)}, ${labelOf(key, 'algorithm', manifest)} took ${cost} (${basis(largest)})`
}

/** “at n = 256, bits per channel and round (medians on both networks): 9 to 11 of Borůvka by flooding, 12 of …”. */
function each(largest: readonly Group[], measure: Measure, manifest: Manifest): string {
  const algorithms = [...groupBy(largest, ({ key }) => key.algorithm).values()]
  const told = algorithms
    .map((own) => ({
      least: Math.min(...mediansOf(own, measure)),
      text: `${amountOf(own, measure)} of ${labelOf(own[0]!.key, 'algorithm', manifest)}`,
    }))
    .sort((a, b) => a.least - b.least)
    .map(({ text }) => text)
  const list =
    told.length <= toldMax
      ? told.join('; ')
      : `least ${told[0]}, most ${told.at(-1)}, among ${count(told.length)} algorithms`
  return `at n = ${count(largest[0]!.key.n)}, ${measureWords(measure)} (${basis(algorithms[0]!)}): ${list}`
}

const mediansOf = (groups: readonly Group[], measure: Measure): number[] =>
  groups.map(({ complete }) => describe(valuesOf(complete, measure))!.median)

/** “341 to 2,115”. */
function amountOf(groups: readonly Group[], measure: Measure): string {
  const medians = mediansOf(groups, measure)
  const [least, most] = [figure(Math.min(...medians)), figure(Math.max(...medians))]
  return least === most ? least : `${least} to ${most}`
}

/** What the amounts are, of one algorithm. */
function basis(groups: readonly Group[]): string {
  const runs = groups.reduce((sum, { complete }) => sum + complete.length, 0)
  const keys = groups.map(({ key }) => key)
  const shared = keys.every(isScheduled)
  if (keys.length > 1) return `medians ${inSettings(keys.length, keys.length, variedIn(keys), shared)}`
  return runs === 1 ? 'one run' : `median of ${counted(runs, 'run')}`
}
