import type { Piece } from './chart.ts'
import { inPanel, legendColumns } from './grid.ts'
import { assignMarks } from './palette.ts'
import { ink, sizes } from './theme.ts'

/** From the bottom up: bands, runs, median lines, bounds, the labels of bounds. */
export function curveLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  {
    series,
    shown,
    width,
  }: { readonly series: readonly string[]; readonly shown: readonly string[]; readonly width: number },
): Piece[] {
  const x = { x: { field: 'n', ...axes.x } }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const marks = assignMarks(series)
  const legend = shown.length > 1 ? { values: shown, columns: legendColumns(shown, width) } : null
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
      mark: { type: 'point', filled: true, size: 15, opacity: 0.5 },
      encoding: { ...x, y: y('value'), color: colour, shape },
    },
    {
      ...inPanel('bounds', panel),
      mark: { type: 'line', color: ink.bound, strokeWidth: 1.4, strokeDash: [6, 4] },
      encoding: { ...x, y: y('value'), detail: { field: 'label', type: 'nominal' } },
    },
    ...[{ ...text, stroke: '#ffffff', strokeWidth: 3.5, strokeJoin: 'round', color: '#ffffff' }, text].map(
      (mark) => ({
        ...inPanel('labels', panel),
        mark,
        encoding: {
          ...x,
          y: y('value'),
          text: { field: 'label', type: 'nominal' },
          ...(mark === text ? { fill: { field: 'colour', type: 'nominal', scale: null } } : {}),
        },
      }),
    ),
  ]
}
