import type { Manifest } from '../../experiments/cell/index.ts'
import type { GroupKey } from '../statistics/groups.ts'
import { type Dimension, dimensions, dimensionTitles, headingOf, specOf } from '../wording/dimensions.ts'
import type { ColumnOf } from './table.ts'

/** What tells the keys apart, the algorithm and n aside. */
export function variedIn(keys: readonly GroupKey[]): Dimension[] {
  return dimensions.filter(
    (dimension) => dimension !== 'algorithm' && new Set(keys.map((key) => specOf(key, dimension))).size > 1,
  )
}

/** A column for each dimension; `keyOf` gives the setting of an item. */
export function settingColumns<Item>(
  shown: readonly Dimension[],
  keyOf: (item: Item) => GroupKey,
  manifest: Manifest,
): ColumnOf<Item, string>[] {
  return shown.map((dimension) => ({
    title: dimensionTitles[dimension],
    kind: 'name',
    cell: (item) => headingOf(keyOf(item), dimension, manifest),
  }))
}
