import type { Piece } from '../sheet/chart.ts'
import { lookBy } from '../sheet/encodings.ts'
import { boundLayer } from '../sheet/marks.ts'
import { assignMarks } from '../sheet/palette.ts'
import { inPanel } from '../sheet/panels.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** From the bottom up: bands, median lines, runs, bounds, the marks of the medians. */
export function curveLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  series: readonly string[],
  { look }: Sheet,
): Piece[] {
  const { scale } = look
  const x = { field: 'n', ...axes.x }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const marks = assignMarks(series, look)
  const colour = lookBy('series', series, marks.colours)
  const own = (field: string) => ({ field, type: 'quantitative', scale: null, legend: null })
  const groups = inPanel('groups', panel)
  return [
    {
      ...groups,
      mark: { type: 'area', opacity: 0.18 },
      encoding: { x, y: y('low'), y2: { field: 'high' }, color: colour },
    },
    {
      ...groups,
      mark: { type: 'line', strokeCap: 'round', strokeJoin: 'round' },
      encoding: {
        x,
        y: y('median'),
        color: colour,
        strokeWidth: own('stroke'),
        strokeOpacity: own('opacity'),
      },
    },
    {
      ...inPanel('runs', panel),
      mark: { type: 'point', shape: 'circle', filled: true, size: 12 * scale ** 2, opacity: 0.5 },
      encoding: { x, y: y('value'), color: colour },
    },
    boundLayer(panel, x, y('value'), look),
    {
      ...groups,
      transform: [...groups.transform, { filter: 'datum.marked' }],
      mark: { type: 'point', filled: true, size: 62 * scale ** 2, opacity: 1 },
      encoding: { x, y: y('median'), color: colour, shape: lookBy('series', series, marks.shapes) },
    },
  ]
}
