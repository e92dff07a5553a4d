import { textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import { axisGaps } from '../../themes/vega-config.ts'
import type { Chart } from '../sheet/chart.ts'
import type { Key } from '../sheet/key.ts'
import { onPages } from '../sheet/pages.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading } from '../sheet/panels.ts'
import { luminance, readableAt, readableOn } from '../sheet/readable.ts'
import { linesAbout, nameLines } from '../sheet/row-names.ts'
import type { Scale } from '../sheet/scale.ts'
import { colourScale } from '../sheet/scales.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'
import { numberText } from '../sheet/ticks.ts'
import { heatLayers, type Side } from './heat-layers.ts'

interface HeatCell {
  readonly panel: string
  /** Its place, counted from 0. */
  readonly column: number
  readonly line: number
  /** What its colour says: a number, or the place of a name among the choices. */
  readonly value: number
  /** What is written in it; absent: the value. */
  readonly text?: string
  /** The number of the costliest run's row. */
  readonly row: number | null
}

interface HeatMap extends Heading {
  /** What the colours stand for. */
  readonly legend: string
  /** Names, where colours stand for these and not for numbers. */
  readonly choices?: readonly string[]
  readonly across: Side
  readonly down: Side
  readonly cells: readonly HeatCell[]
}

/** The least and the most height of a cell, in units of the look's scale. */
const cellHeights = { least: 17, most: 34 } as const

/** Coloured cells, all panels on one scale of colours or with the same names, with the numbers in them if all of these have room. */
export function heatChart(map: HeatMap, look: Look): Chart[] {
  const panels = distinct(map.cells.map(({ panel }) => panel))
  const colours = colourScale(map.cells.map(({ value }) => value))
  return onPages(panels, look, (some, fitting, page) =>
    draft({ ...map, cells: map.cells.filter(({ panel }) => some.includes(panel)), page }, colours, fitting),
  )
}

function draft(map: HeatMap, colours: Scale, look: Look): Draft {
  const { legend, choices, across, down, cells } = map
  const named = choices === undefined ? null : assignMarks(choices, look).colours
  const { sizes, scale } = look
  const panels = distinct(cells.map(({ panel }) => panel))
  const lines = down.labels.map((label) => nameLines(label, 2.4 * sizes.axis, look))
  const broken = lines.some(({ length }) => length > 1)
  const widest = Math.max(...lines.flat().map((line) => textWidth(line, sizes.axis)))
  const left = widest + (axisGaps.label + axisGaps.title) * scale + sizes.axisTitle
  const whole = sheetFor(panels.length, look, { left }).width / across.labels.length
  // The last label is centred on its column, so that half of it may stand out.
  const right = Math.max(0, (textWidth(across.labels.at(-1)!, sizes.axis) - whole) / 2)
  const bare = sheetFor(panels.length, look, { left, right: across.numeric ? right : 0 })
  const width = bare.width / across.labels.length
  const height = Math.max(
    Math.min(cellHeights.most * scale, Math.max(cellHeights.least * scale, width / 2)),
    (broken ? 2.5 : 1.5) * sizes.label,
  )
  const sheet = { ...bare, height: Math.round(height * lines.length) }
  const texts = cells.map(({ value, text }) => text ?? numberText(Number(value.toPrecision(3))))
  const numbered =
    Math.max(...texts.map((text) => textWidth(text, sizes.label))) + 6 * scale <= width &&
    1.2 * sizes.label <= height
  const layer = (panel: string, index: number) =>
    heatLayers(
      panel,
      { across, lines: lines.length, widest, title: down.title, colours: named ?? colours, legend, numbered },
      { sheet, ...edges(sheet, index) },
    )
  return chartOn(map, {
    sheet,
    datasets: {
      lines: lines.flatMap((parts, line) =>
        linesAbout(parts, sheet.height / lines.length / 2, look).map(({ name, y }) => ({
          line,
          name,
          below: y,
        })),
      ),
      cells: cells.map((cell, i) => ({
        ...cell,
        text: numbered ? texts[i]! : '',
        ...(named && { colour: named[cell.value]! }),
        ink: named ? readableOn(named[cell.value]!) : inkOn(colours.toUnit(cell.value), look),
      })),
    },
    ...(named && {
      key: choices!.map((text, i): Key[number] => [{ text, colour: named[i]!, shape: 'square' }]),
    }),
    panels: panels.map((header, index) => ({ header, layer: layer(header, index) })),
  })
}

/** Black or white, whichever can be read better on the colour at this share of the ramp. */
export function inkOn(share: number, { ramp }: Look): string {
  const at = share * (ramp.length - 1)
  const [below, above] = [luminance(ramp[Math.floor(at)]!), luminance(ramp[Math.ceil(at)]!)]
  const ground = below + (above - below) * (at - Math.floor(at))
  return readableAt(ground)
}
