import type { Look } from '../../themes/look.ts'
import type { Piece } from '../sheet/chart.ts'
import { lookBy } from '../sheet/encodings.ts'
import { boundLayer } from '../sheet/marks.ts'
import { inPanel } from '../sheet/panels.ts'
import { type EvidenceKind, evidenceLooks } from './evidence-looks.ts'

/** From the bottom up: the band and the median of what was sampled, bounds, marks. */
export function evidenceLayers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  kinds: readonly EvidenceKind[],
  look: Look,
): Piece[] {
  const { scale } = look
  const x = { field: 'n', ...axes.x }
  const y = (field: string): Piece => ({ field, ...axes.y })
  const colour = evidenceLooks.sampled.colour(look)
  const byKind = (read: (kind: EvidenceKind) => string): Piece => lookBy('kind', kinds, kinds.map(read))
  return [
    {
      ...inPanel('sampled', panel),
      mark: { type: 'area', opacity: 0.18, color: colour },
      encoding: { x, y: y('min'), y2: { field: 'max' } },
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
      encoding: { x, y: y('median') },
    },
    boundLayer(panel, x, y('value'), look),
    {
      ...inPanel('marks', panel),
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        x,
        y: y('value'),
        color: byKind((kind) => evidenceLooks[kind].colour(look)),
        shape: byKind((kind) => evidenceLooks[kind].shape),
        size: { field: 'size', type: 'quantitative', scale: null, legend: null },
      },
    },
  ]
}
