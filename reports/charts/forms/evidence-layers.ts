import type { Piece } from '../sheet/chart.ts'
import { legendColumns } from '../sheet/legend.ts'
import { boundLine, halo } from '../sheet/marks.ts'
import { inPanel } from '../sheet/panels.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { type EvidenceKind, evidenceLooks } from './evidence-looks.ts'

/** From the bottom up: the band and the median of what was sampled, bounds, marks, the labels of bounds. */
export function evidenceLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  kinds: readonly EvidenceKind[],
  sheet: Sheet,
): Piece[] {
  const { look } = sheet
  const { ink, scale, sizes } = look
  const x = { x: { field: 'n', ...axes.x } }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const colour = evidenceLooks.sampled.colour(look)
  const text = { type: 'text', fontSize: sizes.label, fontStyle: 'italic', color: ink.bound }
  const byKind = (read: (kind: EvidenceKind) => string | number): Piece => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map(read) },
  })
  const legend = { columns: legendColumns(kinds, sheet) }
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
