import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'

/** Marks in the rows of a chart. */
interface Rows<T> {
  readonly series: readonly string[]
  /** The series that have marks. */
  readonly shown: readonly string[]
  readonly marks: readonly T[]
}

/**
 * The same where a look can tell all series apart; otherwise each mark gets a row of its own, which names its series, and
 * all look like the first.
 */
export function withNames<T extends { readonly name: string; readonly series: string }>(
  { series, shown, marks }: Rows<T>,
  look: Look,
): { readonly shown: readonly string[]; readonly marks: readonly T[] } {
  if (series.length <= look.series.length) return { shown, marks }
  const one = shown[0]!
  const rows = distinct(marks.map(({ name }) => name)).length
  return {
    shown: [one],
    marks: marks.map((mark) => ({
      ...mark,
      name: rows === 1 ? mark.series : `${mark.series}, ${mark.name}`,
      series: one,
    })),
  }
}
