import type { Look } from '../../themes/look.ts'
import type { Piece } from '../sheet/chart.ts'
import { assignMarks } from '../sheet/palette.ts'
import { type Grid, inPanel, legendColumns } from '../sheet/sheet.ts'

/** From the bottom up: bands, runs, median lines, bounds, the labels of bounds. */
export function curveLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  { series, shown }: { readonly series: readonly string[]; readonly shown: readonly string[] },
  grid: Grid,
): Piece[] {
  const { look } = grid
  const { scale, sizes } = look
  const x = { x: { field: 'n', ...axes.x } }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const marks = assignMarks(series, look)
  const legend = shown.length > 1 ? { values: shown, columns: legendColumns(shown, grid) } : null
  const colour = { field: 'series', type: 'nominal', scale: { domain: series, range: marks.colours }, legend }
  const shape = { field: 'series', type: 'nominal', scale: { domain: series, range: marks.shapes }, legend }
  const text = { type: 'text', fontSize: sizes.label, fontStyle: 'italic' }
  return [
    {
      ...inPanel('groups', panel),
      mark: { type: 'area', opacity: 0.18 },
      encoding: { ...x, y: y('low'), y2: { field: 'high' }, color: colour },
    },
    {
      ...inPanel('groups', panel),
      mark: { type: 'line', strokeCap: 'round', strokeJoin: 'round' },
      encoding: {
        ...x,
        y: y('median'),
        color: colour,
        strokeWidth: { field: 'stroke', type: 'quantitative', scale: null, legend: null },
      },
    },
    {
      ...inPanel('runs', panel),
      mark: { type: 'point', filled: true, size: 15 * scale ** 2, opacity: 0.5 },
      encoding: { ...x, y: y('value'), color: colour, ...(look.marked ? {} : { shape }) },
    },
    ...(look.marked
      ? [
          {
            ...inPanel('groups', panel),
            mark: { type: 'point', filled: true, size: 60 * scale ** 2, opacity: 1 },
            encoding: { ...x, y: y('median'), color: colour, shape },
          },
        ]
      : []),
    {
      ...inPanel('bounds', panel),
      mark: boundLine(look),
      encoding: { ...x, y: y('value'), detail: { field: 'label', type: 'nominal' } },
    },
    ...[halo(text, look), text].map((mark) => ({
      ...inPanel('labels', panel),
      mark,
      encoding: {
        ...x,
        y: y('value'),
        text: { field: 'label', type: 'nominal' },
        ...(mark === text ? { fill: { field: 'colour', type: 'nominal', scale: null } } : {}),
      },
    })),
  ]
}

/** How bounds are drawn: thin and dashed, in no series' colour. */
export const boundLine = ({ ink, scale }: Look): Piece => ({
  type: 'line',
  color: ink.bound,
  strokeWidth: 1.4 * scale,
  strokeDash: [6 * scale, 4 * scale],
})

/** The same text, broad and in the colour of the ground, to lie behind it so that lines do not cross it. */
export const halo = (text: Piece, { ink, scale }: Look): Piece => ({
  ...text,
  stroke: ink.paper,
  strokeWidth: 3.5 * scale,
  strokeJoin: 'round',
  color: ink.paper,
})
