import { axisOf, thinnedTo } from '../sheet/axis.ts'
import type { Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import { tick } from '../sheet/marks.ts'
import { assignMarks } from '../sheet/palette.ts'
import { inPanel } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** Between a row's name and the plot, in units of the look's scale. */
export const nameGap = 10

/** How a panel of strips is drawn. */
interface StripLook {
  readonly scale: Scale
  /** The title of the axis. */
  readonly axis: readonly string[] | null
  readonly series: readonly string[]
  /** Rows are series, so their names need no legend. */
  readonly named: boolean
  readonly sheet: Sheet
  /** The width of the plot; what remains of the panel is for notes. */
  readonly width: number
  readonly laneHeight: number
  /** Whether there are so many dots that the boxes must shine through. */
  readonly crowded: boolean
  readonly labelled: boolean
}

/** From the bottom up: lines between rows, boxes, dots, medians, bounds, names of rows. */
export function stripLayers(
  panel: string,
  { scale, axis, series, named, sheet, width, laneHeight, crowded, labelled }: StripLook,
): Piece[] {
  const { look } = sheet
  const { ink, scale: u, sizes } = look
  const marks = assignMarks(series, look)
  const colour = lookBy('series', series, marks.colours)
  const shape = lookBy('series', series, marks.shapes)
  // Dots have shapes as well. All other marks take their colour from the data.
  const plain = { field: 'colour', type: 'nominal', scale: null }
  const dark = { field: 'ink', type: 'nominal', scale: null }
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { ...scale.scale, ...(width < sheet.width ? { range: [0, width] } : {}) },
    axis: axisOf(thinnedTo(scale, width, look), axis, look),
  })
  const y = fromTop(sheet)
  const names = {
    data: { name: 'rows' },
    mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: sizes.axis, color: ink.text },
    encoding: { x: { value: -nameGap * u }, y, text: { field: 'name', type: 'nominal' } },
  }
  return [
    { data: { name: 'lines' }, mark: { type: 'rule', color: ink.grid }, encoding: { y } },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'rule', strokeWidth: 1.2 * u, opacity: 0.6 },
      encoding: { x: x('min'), x2: { field: 'max' }, y, stroke: plain },
    },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'bar', height: laneHeight * 0.72, fillOpacity: 0.2, strokeOpacity: crowded ? 1 : 0 },
      encoding: { x: x('q1'), x2: { field: 'q3' }, y, fill: plain, stroke: dark },
    },
    {
      ...inPanel('dots', panel),
      mark: { type: 'point', filled: true, size: 18 * u ** 2, opacity: crowded ? 0.35 : 0.85 },
      encoding: { x: x('value'), y, color: colour, ...(named ? {} : { shape }) },
    },
    {
      ...inPanel('lanes', panel),
      mark: tick(laneHeight * 0.78, 2.8 * u),
      encoding: { x: x('median'), y, fill: dark },
    },
    {
      ...inPanel('lanes', panel),
      mark: tick(laneHeight * 0.95, 1.6 * u, { color: ink.bound }),
      encoding: { x: x('bound'), y },
    },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: sizes.label, color: ink.muted },
      encoding: { x: { value: sheet.width }, y, text: { field: 'note', type: 'nominal' } },
    },
    ...(labelled ? [names] : []),
  ]
}
