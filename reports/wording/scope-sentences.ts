import type { Manifest } from '../../experiments/cell/index.ts'
import { distinct, groupBy } from '../group-by.ts'
import type { Tightness } from '../statistics/tightness.ts'
import { labelOf } from './dimensions.ts'
import { scopeWords } from './evidence.ts'
import { count, counted, listing } from './numbers.ts'
import { percent } from './percent.ts'

/**
 * What stands under worst cases, without full stops: how much was searched, how far the searches came apart, and over what
 * worst cases were looked for. None where there are none.
 */
export function scopeSentences(all: readonly Tightness[], manifest: Manifest): string[] {
  return [...effort(all), ...scope(all, manifest)]
}

function effort(all: readonly Tightness[]): string[] {
  const searched = all.filter(({ searches, runs }) => searches > 0 && runs !== null)
  if (searched.length === 0) return []
  const runs = ascending(searched.map(({ runs }) => runs!))
  const seeds = ascending(searched.map(({ searches }) => searches))
  const several = searched.filter(({ searches }) => searches > 1)
  const apart = several.map(({ searchedLeast, searchedMost }) => 1 - searchedLeast! / searchedMost!)
  const spread =
    several.length === 0
      ? 'so that the spread over seeds is not known'
      : `whose best differ by up to ${percent(Math.max(...apart))}`
  return [
    `Searched: ${listing(runs.map(count))} runs from ${listing(seeds.map((each) => counted(each, 'seed')))} for each, ${spread}`,
  ]
}

function scope(all: readonly Tightness[], manifest: Manifest): string[] {
  const known = all.filter((one) => scopeWords(one) !== null)
  if (known.length === 0) return []
  const parts = [...groupBy(known, (one) => scopeWords(one)!)].map(([words, members]) => {
    const names = distinct(members.map(({ row }) => labelOf(row, 'algorithm', manifest)))
    return `${words} (${names.join(', ')})`
  })
  return [
    `Looked for over every choice of ${parts.join('; or of ')}; an exact cost is the most of these alone`,
  ]
}

const ascending = (values: readonly number[]): number[] => distinct(values).sort((a, b) => a - b)
