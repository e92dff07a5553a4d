import type { Look } from '../../themes/look.ts'
import type { Piece } from '../sheet/chart.ts'
import { type Grid, inPanel, legendColumns } from '../sheet/sheet.ts'
import { boundLine, halo } from './curve-layers.ts'
import type { Mark } from './evidence-chart.ts'

/** How each kind of evidence is drawn: told apart by shape, size and darkness as well as by hue. */
export const evidenceLooks: Readonly<
  Record<
    Mark['kind'],
    { readonly colour: (look: Look) => string; readonly shape: string; readonly size: number }
  >
> = {
  sampled: { colour: ({ series }) => series[0]!.colour, shape: 'circle', size: 22 },
  searched: { colour: ({ series }) => series[1]!.colour, shape: 'triangle-up', size: 130 },
  forced: { colour: ({ series }) => series[2]!.colour, shape: 'square', size: 70 },
  exact: { colour: ({ ink }) => ink.text, shape: 'diamond', size: 48 },
  'explored in part': { colour: ({ series }) => series[3]!.colour, shape: 'cross', size: 70 },
}

/** The area of a mark. Where two kinds meet, the larger shows behind the smaller. */
export const sizeOf = (kind: Mark['kind'], { scale }: Look): number => evidenceLooks[kind].size * scale ** 2

/** From the bottom up: the band and the median of what was sampled, bounds, marks, the labels of bounds. */
export function evidenceLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  kinds: readonly Mark['kind'][],
  grid: Grid,
): Piece[] {
  const { look } = grid
  const { ink, scale, sizes } = look
  const x = { x: { field: 'n', ...axes.x } }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const colour = evidenceLooks.sampled.colour(look)
  const text = { type: 'text', fontSize: sizes.label, fontStyle: 'italic', color: ink.bound }
  const byKind = (read: (kind: Mark['kind']) => string | number): Piece => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map(read) },
  })
  const legend = { columns: legendColumns(kinds, grid) }
  return [
    {
      ...inPanel('sampled', panel),
      mark: { type: 'area', opacity: 0.18, color: colour },
      encoding: { ...x, y: y('min'), y2: { field: 'max' } },
    },
    {
      ...inPanel('sampled', panel),
      mark: {
        type: 'line',
        color: colour,
        strokeWidth: 2.5 * scale,
        strokeCap: 'round',
        strokeJoin: 'round',
      },
      encoding: { ...x, y: y('median') },
    },
    {
      ...inPanel('bounds', panel),
      mark: boundLine(look),
      encoding: { ...x, y: y('value'), detail: { field: 'label', type: 'nominal' } },
    },
    {
      ...inPanel('marks', panel),
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        ...x,
        y: y('value'),
        color: { ...byKind((kind) => evidenceLooks[kind].colour(look)), legend },
        shape: { ...byKind((kind) => evidenceLooks[kind].shape), legend },
        size: { field: 'size', type: 'quantitative', scale: null, legend: null },
      },
    },
    ...[halo(text, look), text].map((mark) => ({
      ...inPanel('labels', panel),
      mark,
      encoding: { ...x, y: y('value'), text: { field: 'label', type: 'nominal' } },
    })),
  ]
}
