import { axisOf, axisTitle } from '../sheet/axis.ts'
import type { Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import { inPanel } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** In units of the look's scale. */
export const gaps = { bar: 20, between: 9, name: 10, note: 14 } as const

interface Layers {
  readonly types: readonly string[]
  readonly colours: readonly string[]
  /** The width of the plot; what remains of the panel is for the notes. */
  readonly width: number
  readonly axis: string
  readonly scale: Scale
  readonly claimed: boolean
  readonly bottom: boolean
  readonly named: boolean
}

/** From the bottom up: the parts of bars, their names, the notes, the names of rows. */
export function stackLayers(
  panel: string,
  { types, colours, width, axis, scale, claimed, bottom, named }: Layers,
  sheet: Sheet,
): Piece[] {
  const { look } = sheet
  const { ink, scale: u, sizes } = look
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { ...scale.scale, range: [0, width] },
    axis: axisOf(scale, bottom ? axisTitle(axis, width, look) : null, look),
  })
  const y = fromTop(sheet)
  const colour = lookBy('type', types, colours)
  const text = { type: 'text', baseline: 'middle', fontSize: sizes.label }
  return [
    {
      ...inPanel('parts', panel),
      mark: { type: 'bar', height: gaps.bar * u, stroke: ink.paper, strokeWidth: 0.4 * u },
      encoding: { x: x('from'), x2: { field: 'to' }, y, color: colour },
    },
    {
      ...inPanel('parts', panel),
      mark: { ...text, align: 'center' },
      encoding: {
        x: x('middle'),
        y,
        text: { field: 'text', type: 'nominal' },
        fill: { field: 'ink', type: 'nominal', scale: null },
      },
    },
    ...(claimed
      ? [
          {
            ...inPanel('claims', panel),
            mark: {
              type: 'tick',
              orient: 'vertical',
              size: (gaps.bar + 6) * u,
              thickness: 2 * u,
              color: ink.text,
            },
            encoding: { x: x('claim'), y },
          },
        ]
      : []),
    {
      ...inPanel('notes', panel),
      mark: { ...text, align: 'right', color: ink.muted },
      encoding: { x: { value: sheet.width }, y, text: { field: 'note', type: 'nominal' } },
    },
    ...(named
      ? [
          {
            data: { name: 'rows' },
            mark: { ...text, align: 'right', fontSize: sizes.axis, color: ink.text },
            encoding: { x: { value: -gaps.name * u }, y, text: { field: 'name', type: 'nominal' } },
          },
        ]
      : []),
  ]
}
