import { textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import { overhang } from '../sheet/axis.ts'
import type { Chart } from '../sheet/chart.ts'
import type { Key } from '../sheet/key.ts'
import { onPages } from '../sheet/pages.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading } from '../sheet/panels.ts'
import { readableOn } from '../sheet/readable.ts'
import { linesAbout, nameLines } from '../sheet/row-names.ts'
import type { Scale } from '../sheet/scale.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'
import { gaps, stackLayers } from './stack-layers.ts'

export interface Part {
  readonly type: string
  readonly value: number
}

/** A sum and what it consists of. */
interface Bar {
  readonly panel: string
  readonly name: string
  /** Written at its right. */
  readonly note: string
  readonly parts: readonly Part[]
  /** What is claimed of the sum, if anything is. */
  readonly claim?: number | null
  /** The number of a row in runs.csv. */
  readonly row: number
}

interface Bars extends Heading {
  readonly axis: string
  /** Of sums: from 0 on. */
  readonly scale: Scale
  readonly types: readonly string[]
  readonly bars: readonly Bar[]
}

/**
 * Bars of parts one after the other, a row for each name in each panel, with a tick at what is claimed of the sum. Parts
 * are named where there is room.
 */
export function stackChart(all: Bars, look: Look): Chart[] {
  const { bars } = all
  const panels = distinct(bars.map(({ panel }) => panel))
  const parts = panels.length > 1 ? panels : distinct(bars.map(({ name }) => name))
  return onPages(parts, look, (some, fitting, page) =>
    draft(
      {
        ...all,
        bars: bars.filter((bar) => some.includes(panels.length > 1 ? bar.panel : bar.name)),
        page,
      },
      fitting,
    ),
  )
}

function draft(all: Bars, look: Look): Draft {
  const { axis, scale, types, bars } = all
  const { scale: u, sizes } = look
  const panels = distinct(bars.map(({ panel }) => panel))
  const names = distinct(bars.map((bar) => bar.name))
  const broken = names.some((text) => nameLines(text, Number.POSITIVE_INFINITY, look).length > 1)
  const step = Math.max((gaps.bar + gaps.between) * u, (broken ? 2.6 : 1.2) * sizes.axis)
  const lines = names.map((text) => nameLines(text, step, look))
  const notes = Math.max(...bars.map(({ note }) => textWidth(note, sizes.label)))
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
    bar.parts.map(({ type, value }, i) => {
      const from = bar.parts.slice(0, i).reduce((sum, before) => sum + before.value, 0)
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

  const claims = bars.flatMap(({ panel, claim, ...bar }) =>
    claim === null || claim === undefined ? [] : [{ panel, claim, y: centre({ panel, ...bar }) }],
  )
  return chartOn(all, {
    sheet,
    datasets: {
      parts,
      notes: bars.map((bar) => ({ panel: bar.panel, note: bar.note, y: centre(bar) })),
      ...(claims.length > 0 && { claims }),
      rows: lines.flatMap((text, i) => linesAbout(text, (i + 0.5) * step, look)),
    },
    key: types.map((text, i): Key[number] => [{ text, colour: colours[i]!, shape: 'square' }]),
    panels: panels.map((header, index) => ({
      header,
      layer: stackLayers(
        header,
        {
          types,
          colours,
          width,
          axis,
          scale,
          claimed: claims.length > 0,
          bottom: edges(sheet, index).bottom,
          named: edges(sheet, index).left,
        },
        sheet,
      ),
    })),
  })
}
