import type { Piece } from './chart.ts'
import type { Mark } from './evidence-chart.ts'
import { inPanel, legendColumns } from './grid.ts'
import { colours } from './palette.ts'
import { ink, sizes } from './theme.ts'

/** How each kind of evidence is drawn: told apart by shape, size and darkness as well as by hue. */
const looks: Readonly<
  Record<Mark['kind'], { readonly colour: string; readonly shape: string; readonly size: number }>
> = {
  sampled: { colour: colours[0], shape: 'circle', size: 22 },
  searched: { colour: colours[1], shape: 'triangle-up', size: 130 },
  forced: { colour: colours[2], shape: 'square', size: 70 },
  exact: { colour: ink.text, shape: 'diamond', size: 48 },
  'explored in part': { colour: colours[3], shape: 'cross', size: 70 },
}

/** The area of a mark, in square pixels. Where two kinds meet, the larger shows behind the smaller. */
export const sizeOf = (kind: Mark['kind']): number => looks[kind].size

/** From the bottom up: the band and the median of what was sampled, bounds, marks, the labels of bounds. */
export function evidenceLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  kinds: readonly Mark['kind'][],
  width: number,
): Piece[] {
  const x = { x: { field: 'n', ...axes.x } }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const { colour } = looks.sampled
  const text = { type: 'text', fontSize: sizes.label, fontStyle: 'italic', color: ink.bound }
  const byKind = (read: (kind: Mark['kind']) => string | number): Piece => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map(read) },
  })
  const legend = { columns: legendColumns(kinds, width) }
  return [
    {
      ...inPanel('sampled', panel),
      mark: { type: 'area', opacity: 0.18, color: colour },
      encoding: { ...x, y: y('min'), y2: { field: 'max' } },
    },
    {
      ...inPanel('sampled', panel),
      mark: { type: 'line', color: colour, strokeWidth: 2.5, strokeCap: 'round', strokeJoin: 'round' },
      encoding: { ...x, y: y('median') },
    },
    {
      ...inPanel('bounds', panel),
      mark: { type: 'line', color: ink.bound, strokeWidth: 1.4, strokeDash: [6, 4] },
      encoding: { ...x, y: y('value'), detail: { field: 'label', type: 'nominal' } },
    },
    {
      ...inPanel('marks', panel),
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        ...x,
        y: y('value'),
        color: { ...byKind((kind) => looks[kind].colour), legend },
        shape: { ...byKind((kind) => looks[kind].shape), legend },
        size: { field: 'size', type: 'quantitative', scale: null, legend: null },
      },
    },
    ...[{ ...text, stroke: '#ffffff', strokeWidth: 3.5, strokeJoin: 'round', color: '#ffffff' }, text].map(
      (mark) => ({
        ...inPanel('labels', panel),
        mark,
        encoding: { ...x, y: y('value'), text: { field: 'label', type: 'nominal' } },
      }),
    ),
  ]
}
