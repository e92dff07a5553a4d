import { textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import { axisOf, axisTitle, overhang } from '../sheet/axis.ts'
import type { Chart, Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import type { Key } from '../sheet/key.ts'
import { onPages } from '../sheet/pages.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading, inPanel } from '../sheet/panels.ts'
import { readableOn } from '../sheet/readable.ts'
import { linesAbout, nameLines } from '../sheet/row-names.ts'
import { shareScale } from '../sheet/scales.ts'
import { edges, type Sheet, sheetFor } from '../sheet/sheet.ts'

export interface Share {
  readonly type: string
  /** The part of the whole, from 0 to 1. */
  readonly share: number
}

/** A whole and its parts. */
interface Bar {
  readonly panel: string
  readonly name: string
  /** Written at its right. */
  readonly note: string
  readonly shares: readonly Share[]
  /** The number of a row in runs.csv. */
  readonly row: number
}

interface Shares extends Heading {
  readonly axis: string
  readonly types: readonly string[]
  readonly bars: readonly Bar[]
}

/** In units of the look's scale. */
const gaps = { bar: 20, between: 9, name: 10, note: 14 } as const

/** Bars that are divided into parts, a row for each name in each panel. Parts are named where there is room. */
export function shareChart(shares: Shares, look: Look): Chart[] {
  const { bars } = shares
  const panels = distinct(bars.map(({ panel }) => panel))
  const parts = panels.length > 1 ? panels : distinct(bars.map(({ name }) => name))
  return onPages(parts, look, (some, fitting, page) =>
    draft(
      {
        ...shares,
        bars: bars.filter((bar) => some.includes(panels.length > 1 ? bar.panel : bar.name)),
        page,
      },
      fitting,
    ),
  )
}

function draft(shares: Shares, look: Look): Draft {
  const { axis, types, bars } = shares
  const { scale: u, sizes } = look
  const panels = distinct(bars.map(({ panel }) => panel))
  const names = distinct(bars.map((bar) => bar.name))
  const broken = names.some((text) => nameLines(text, Number.POSITIVE_INFINITY, look).length > 1)
  const step = Math.max((gaps.bar + gaps.between) * u, (broken ? 2.6 : 1.2) * sizes.axis)
  const lines = names.map((text) => nameLines(text, step, look))
  const notes = Math.max(...bars.map(({ note }) => textWidth(note, sizes.label)))
  const scale = shareScale()
  const room = {
    left: Math.max(...lines.flat().map((text) => textWidth(text, sizes.axis))) + gaps.name * u,
    right: overhang(scale, look),
    least: 160 + notes / u,
  }
  const sheet = { ...sheetFor(panels.length, look, room), height: Math.round(names.length * step) }
  const width = sheet.width - notes - gaps.note * u
  const { colours } = assignMarks(types, look)
  const centre = (bar: Bar) => (names.indexOf(bar.name) + 0.5) * step
  const parts = bars.flatMap((bar) =>
    bar.shares.map(({ type, share }, i) => {
      const from = bar.shares.slice(0, i).reduce((sum, before) => sum + before.share, 0)
      const fits = textWidth(type, sizes.label) + 8 * u <= share * width && sizes.label <= gaps.bar * u
      return {
        panel: bar.panel,
        type,
        from,
        to: Math.min(1, from + share),
        middle: from + share / 2,
        y: centre(bar),
        text: fits ? type : '',
        ink: readableOn(colours[types.indexOf(type)]!),
        row: bar.row,
      }
    }),
  )

  return chartOn(shares, {
    sheet,
    datasets: {
      parts,
      notes: bars.map((bar) => ({ panel: bar.panel, note: bar.note, y: centre(bar) })),
      rows: lines.flatMap((text, i) => linesAbout(text, (i + 0.5) * step, look)),
    },
    key: types.map((text, i): Key[number] => [{ text, colour: colours[i]!, shape: 'square' }]),
    panels: panels.map((header, index) => ({
      header,
      layer: layers(
        header,
        { types, colours, width, axis, bottom: edges(sheet, index).bottom, named: edges(sheet, index).left },
        sheet,
      ),
    })),
  })
}

interface Layers {
  readonly types: readonly string[]
  readonly colours: readonly string[]
  /** The width of the plot; what remains of the panel is for the notes. */
  readonly width: number
  readonly axis: string
  readonly bottom: boolean
  readonly named: boolean
}

/** From the bottom up: the parts of bars, their names, the notes, the names of rows. */
function layers(
  panel: string,
  { types, colours, width, axis, bottom, named }: Layers,
  sheet: Sheet,
): Piece[] {
  const { look } = sheet
  const { ink, scale: u, sizes } = look
  const scale = shareScale()
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
      mark: { type: 'bar', height: gaps.bar * u, stroke: ink.paper, strokeWidth: u },
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
