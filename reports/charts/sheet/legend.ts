import { textWidth } from '../../fonts/text-width.ts'
import { legendGaps } from '../../themes/vega-config.ts'
import { type Sheet, totalWidth } from './sheet.ts'

/** How many legend entries stand side by side above the plots. */
export function legendColumns(labels: readonly string[], sheet: Sheet): number {
  const { sizes, scale } = sheet.look
  const widest = labels.reduce((a, label) => Math.max(a, textWidth(label, sizes.legend)), 0)
  const entry = widest + (legendGaps.symbol + legendGaps.label + legendGaps.column) * scale
  const fitting = Math.floor((totalWidth(sheet) + legendGaps.column * scale) / entry)
  return Math.max(1, Math.min(labels.length, fitting))
}
