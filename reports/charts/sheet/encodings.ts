import type { Piece } from './chart.ts'
import type { Sheet } from './sheet.ts'

/** The height of what is placed in units of the plot, from its upper edge down; no axis shows it. */
export const fromTop = ({ height }: Sheet): Piece => ({
  field: 'y',
  type: 'quantitative',
  scale: { domain: [0, height], reverse: true, nice: false, zero: false },
  axis: null,
})

/** A look for each value of a field, such as a colour for each series. Keys say what they mean, not legends of Vega. */
export const lookBy = (
  field: string,
  domain: readonly string[],
  range: readonly (string | number)[],
): Piece => ({ field, type: 'nominal', scale: { domain, range }, legend: null })
