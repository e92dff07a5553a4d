import type { Manifest } from '../../experiments/cell/manifest.ts'
import type { GroupKey } from '../statistics/groups.ts'
import { type Dimension, dimensions, dimensionTitles, headingOf, specOf } from '../wording/dimensions.ts'
import type { Column } from './table.ts'

/** What tells the keys apart, the algorithm and n aside. */
export function variedIn(keys: readonly GroupKey[]): Dimension[] {
  return dimensions.filter(
    (dimension) => dimension !== 'algorithm' && new Set(keys.map((key) => specOf(key, dimension))).size > 1,
  )
}

export const columnsOf = (varied: readonly Dimension[]): Column[] =>
  varied.map((dimension) => ({ title: dimensionTitles[dimension], align: 'left' }))

export const cellsOf = (key: GroupKey, varied: readonly Dimension[], manifest: Manifest): string[] =>
  varied.map((dimension) => headingOf(key, dimension, manifest))
