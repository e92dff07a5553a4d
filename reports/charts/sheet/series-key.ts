import type { Look } from '../../themes/look.ts'
import type { BoundEntry } from './bound-lines.ts'
import type { Key } from './key.ts'
import { assignMarks } from './palette.ts'

interface Shown {
  /** Those of the series that have an entry; all, if absent. */
  readonly shown?: readonly string[]
  /** Each stands behind the series that it is about; those about several stand at the end. */
  readonly bounds?: readonly BoundEntry[]
  /** Whether series are lines, not points alone. */
  readonly lines?: boolean
}

/** The key of series and their bounds. A single series is named by the title, and has no entry. */
export function seriesKey(
  series: readonly string[],
  { shown = series, bounds = [], lines = false }: Shown,
  look: Look,
): Key {
  const { colours, shapes } = assignMarks(series, look)
  const own = shown.map((name) => {
    const i = series.indexOf(name)
    const entry = { text: name, colour: colours[i]!, shape: shapes[i]!, ...(lines ? { dash: [] } : {}) }
    const about = bounds.filter((bound) => bound.series === name)
    return shown.length === 1 && series.length === 1 ? about : [entry, ...about]
  })
  const others = bounds.filter((bound) => bound.series === null || !shown.includes(bound.series))
  return [...own, ...others.map((bound) => [bound])]
}
