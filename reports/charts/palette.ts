/** Colours that people with every kind of colour vision can tell apart (Okabe & Ito 2008), darkest first. */
export const colours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#8c564b',
  '#595959',
] as const

/** A second mark of difference, for print without colours. */
export const shapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'triangle-down',
  'cross',
  'triangle-right',
  'triangle-left',
] as const

/** Colour and shape of each series; beyond eight, colours come again with the next shape. */
export function assignMarks(series: readonly string[]): {
  readonly colours: string[]
  readonly shapes: string[]
} {
  return {
    colours: series.map((_, i) => colours[i % colours.length]!),
    shapes: series.map((_, i) => shapes[(i + Math.floor(i / colours.length)) % shapes.length]!),
  }
}

/** The same hues, dark enough to be read as text on white. */
const inks = ['#005a8c', '#a84a00', '#00694d', '#9c3f73', '#8a5f00', '#1f6f9f', '#6b4038', '#4d4d4d'] as const

/** A dark shade of each series' colour. */
export function darkColours(series: readonly string[]): string[] {
  return series.map((_, i) => inks[i % inks.length]!)
}

/** The colour of words about each series; grey where there is only one. */
export function textColours(series: readonly string[]): string[] {
  return series.length === 1 ? ['#444444'] : darkColours(series)
}
