import type { Look, SeriesLook } from '../../themes/look.ts'

/** How the series are drawn; beyond eight, colours come again with the next shape. */
export function assignMarks(
  series: readonly string[],
  { series: looks }: Look,
): { readonly colours: string[]; readonly shapes: string[] } {
  const shape = (i: number) => looks[(i + Math.floor(i / looks.length)) % looks.length]!.shape
  return { colours: series.map((_, i) => lookOf(i, looks).colour), shapes: series.map((_, i) => shape(i)) }
}

/** A shade of each series' colour that can be read. */
export function darkColours(series: readonly string[], look: Look): string[] {
  return series.map((_, i) => lookOf(i, look.series).text)
}

const lookOf = (i: number, looks: readonly SeriesLook[]): SeriesLook => looks[i % looks.length]!
