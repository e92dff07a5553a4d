import { axisOf } from '../sheet/axis.ts'
import type { Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import { tick } from '../sheet/marks.ts'
import type { Scale } from '../sheet/scale.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { type EvidenceKind, evidenceLooks } from './evidence-looks.ts'

/** From the bottom up: bars, what of them lies beyond the bound, the bounds, marks, words. */
export function tightnessLayers(
  kinds: readonly EvidenceKind[],
  scale: Scale,
  bar: number,
  sheet: Sheet,
): Piece[] {
  const { look } = sheet
  const { ink, sizes } = look
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: scale.scale,
    axis: axisOf(scale, 'largest cost / bound', look),
  })
  const y = fromTop(sheet)
  const byKind = (read: (kind: EvidenceKind) => string) => lookBy('kind', kinds, kinds.map(read))
  const colour = byKind((kind) => evidenceLooks[kind].colour(look))
  const bars = (violated: boolean, mark: object, encoding: object): Piece => ({
    data: { name: 'bars' },
    transform: [{ filter: { field: 'violated', equal: violated } }],
    mark: { type: 'bar', height: bar, ...mark },
    encoding: { x: x('from'), x2: { field: 'to' }, y, ...encoding },
  })
  const words = (field: string, violated: boolean, mark: object, place: number): Piece => ({
    data: { name: 'labels' },
    transform: [{ filter: { field: 'violated', equal: violated } }],
    mark: { type: 'text', baseline: 'bottom', fontSize: sizes.label, ...mark },
    encoding: { x: { value: place }, y, text: { field, type: 'nominal' } },
  })
  const left = { align: 'left', color: ink.text }
  const right = { align: 'right', color: ink.muted }
  const header = { type: 'text', align: 'left', baseline: 'bottom', fontSize: sizes.header, fontWeight: 600 }
  return [
    bars(false, { opacity: 0.35 }, { color: colour }),
    bars(true, { color: ink.violated, stroke: ink.text, strokeWidth: look.scale }, {}),
    {
      data: { name: 'labels' },
      mark: tick(1.5 * bar, 1.6 * look.scale, { color: ink.bound }),
      encoding: { x: x('one'), y: { ...y, field: 'bar' } },
    },
    {
      data: { name: 'marks' },
      mark: { type: 'point', filled: true, opacity: 1, size: 70 * look.scale ** 2 },
      encoding: { x: x('value'), y, color: colour, shape: byKind((kind) => evidenceLooks[kind].shape) },
    },
    {
      data: { name: 'headers' },
      mark: { ...header, color: ink.text },
      encoding: { x: { value: 0 }, y, text: { field: 'name', type: 'nominal' } },
    },
    ...[false, true].flatMap((violated) => {
      const note = violated ? { ...right, color: ink.violated, fontWeight: 600 } : right
      return [words('claim', violated, left, 0), words('note', violated, note, sheet.width)]
    }),
  ]
}
