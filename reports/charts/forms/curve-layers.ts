import type { Piece } from '../sheet/chart.ts'
import { lookBy } from '../sheet/encodings.ts'
import { legendColumns } from '../sheet/legend.ts'
import { boundLine, halo } from '../sheet/marks.ts'
import { assignMarks } from '../sheet/palette.ts'
import { inPanel } from '../sheet/panels.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** From the bottom up: bands, runs, median lines, bounds, the labels of bounds. */
export function curveLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  { series, shown }: { readonly series: readonly string[]; readonly shown: readonly string[] },
  sheet: Sheet,
): Piece[] {
  const { look } = sheet
  const { scale, sizes } = look
  const x = { x: { field: 'n', ...axes.x } }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const marks = assignMarks(series, look)
  const legend = shown.length > 1 ? { values: shown, columns: legendColumns(shown, sheet) } : null
  const colour = lookBy('series', series, marks.colours, legend)
  const shape = lookBy('series', series, marks.shapes, legend)
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
