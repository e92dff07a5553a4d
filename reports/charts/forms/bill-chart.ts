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
import type { Scale } from '../sheet/scale.ts'
import { ratioScale } from '../sheet/scales.ts'
import { edges, type Sheet, sheetFor } from '../sheet/sheet.ts'

interface Item {
  readonly type: string
  readonly value: number
}

/** A sum and what it consists of. */
interface Bill {
  readonly panel: string
  readonly name: string
  /** Written at its right. */
  readonly note: string
  readonly items: readonly Item[]
  /** What is claimed of the sum; null if nothing is. */
  readonly claim: number | null
  /** The number of a row in runs.csv. */
  readonly row: number
}

interface Bills extends Heading {
  readonly axis: string
  readonly types: readonly string[]
  readonly bars: readonly Bill[]
}

/** In units of the look's scale. */
const gaps = { bar: 20, between: 9, name: 10, note: 14 } as const

/** Bars of items one after the other, a row for each name in each panel, with a tick at what is claimed of the sum. */
export function billChart(bills: Bills, look: Look): Chart[] {
  const { bars } = bills
  const panels = distinct(bars.map(({ panel }) => panel))
  const parts = panels.length > 1 ? panels : distinct(bars.map(({ name }) => name))
  return onPages(parts, look, (some, fitting, page) =>
    draft(
      {
        ...bills,
        bars: bars.filter((bar) => some.includes(panels.length > 1 ? bar.panel : bar.name)),
        page,
      },
      fitting,
    ),
  )
}

function draft(bills: Bills, look: Look): Draft {
  const { axis, types, bars } = bills
  const { scale: u, sizes } = look
  const panels = distinct(bars.map(({ panel }) => panel))
  const names = distinct(bars.map((bar) => bar.name))
  const broken = names.some((text) => nameLines(text, Number.POSITIVE_INFINITY, look).length > 1)
  const step = Math.max((gaps.bar + gaps.between) * u, (broken ? 2.6 : 1.2) * sizes.axis)
  const lines = names.map((text) => nameLines(text, step, look))
  const notes = Math.max(...bars.map(({ note }) => textWidth(note, sizes.label)))
  const sums = bars.map(({ items }) => items.reduce((sum, { value }) => sum + value, 0))
  const scale = ratioScale([...sums, ...bars.flatMap(({ claim }) => claim ?? [])])
  const room = {
    left: Math.max(...lines.flat().map((text) => textWidth(text, sizes.axis))) + gaps.name * u,
    right: overhang(scale, look),
    least: 160 + notes / u,
  }
  const sheet = { ...sheetFor(panels.length, look, room), height: Math.round(names.length * step) }
  const width = sheet.width - notes - gaps.note * u
  const { colours } = assignMarks(types, look)
  const centre = (bar: Bill) => (names.indexOf(bar.name) + 0.5) * step
  const parts = bars.flatMap((bar) =>
    bar.items.map(({ type, value }, i) => {
      const from = bar.items.slice(0, i).reduce((sum, before) => sum + before.value, 0)
      const room = scale.toUnit(value) * width
      const fits = textWidth(type, sizes.label) + 8 * u <= room && sizes.label <= gaps.bar * u
      return {
        panel: bar.panel,
        type,
        from,
        to: from + value,
        middle: from + value / 2,
        y: centre(bar),
        text: fits ? type : '',
        ink: readableOn(colours[types.indexOf(type)]!),
        row: bar.row,
      }
    }),
  )

  return chartOn(bills, {
    sheet,
    datasets: {
      parts,
      notes: bars.map((bar) => ({ panel: bar.panel, note: bar.note, y: centre(bar) })),
      claims: bars.flatMap((bar) =>
        bar.claim === null ? [] : [{ panel: bar.panel, claim: bar.claim, y: centre(bar) }],
      ),
      rows: lines.flatMap((text, i) => linesAbout(text, (i + 0.5) * step, look)),
    },
    key: types.map((text, i): Key[number] => [{ text, colour: colours[i]!, shape: 'square' }]),
    panels: panels.map((header, index) => ({
      header,
      layer: layers(
        header,
        {
          types,
          colours,
          width,
          axis,
          scale,
          bottom: edges(sheet, index).bottom,
          named: edges(sheet, index).left,
        },
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
  readonly scale: Scale
  readonly bottom: boolean
  readonly named: boolean
}

/** From the bottom up: the parts of bars, their names, the notes, the names of rows. */
function layers(
  panel: string,
  { types, colours, width, axis, scale, bottom, named }: Layers,
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
    {
      ...inPanel('claims', panel),
      mark: { type: 'tick', orient: 'vertical', size: (gaps.bar + 6) * u, thickness: 2 * u, color: ink.text },
      encoding: { x: x('claim'), y },
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
