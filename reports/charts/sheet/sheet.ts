import type { TopLevelSpec } from 'vega-lite'
import { shortened, textWidth, wrapText } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import { axisGaps, legendGaps, vegaConfig } from '../../themes/vega-config.ts'
import { brokenName, lineHeight } from './broken-names.ts'
import type { Chart, Piece } from './chart.ts'
import type { Scale } from './scales.ts'

/** Where the panels of a chart stand, and how large they are. */
export interface Grid {
  readonly look: Look
  readonly columns: number
  readonly width: number
  readonly height: number
  readonly count: number
  /** Between columns, and between rows. */
  readonly gap: { readonly column: number; readonly row: number }
}

/** What stands beside the plots: axes, names of rows. */
export interface Room {
  readonly left: number
  readonly right?: number
  /** Between columns, beyond what panels need that are labelled at the left only. */
  readonly between?: number
  /** The least width of a plot, at the cost of columns; in units of the look's scale. */
  readonly least?: number
}

/** A grid for this many panels, as wide as the look's page. */
export function gridFor(count: number, look: Look, room: Room): Grid {
  const { left, right = 0, between = 0, least = 120 } = room
  const { columns: most, height } = look.panels(count)
  const gap = { column: 26 * look.scale + between, row: 54 * look.scale }
  const all = look.page.width - 2 * look.page.padding - left - right
  const widthOf = (columns: number) => Math.floor((all - (columns - 1) * gap.column) / columns)
  let columns = most
  while (columns > 1 && widthOf(columns) < least * look.scale) columns--
  return { look, columns, width: widthOf(columns), height, count, gap }
}

/** The room that an upright axis takes: its ticks, their labels and its title of so many lines. */
export function axisRoom({ labels }: Scale, { scale, sizes }: Look, lines = 1): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, sizes.axis)))
  // Vega sets the lines of a title two units apart.
  const title = lines === 0 ? 0 : axisGaps.title * scale + lines * (sizes.axisTitle + 2)
  return (axisGaps.tick + axisGaps.label) * scale + widest + title
}

/**
 * The title of an axis of this length, in one line or two. If it needs more, the unit that it gives in parentheses is
 * left to the caption.
 */
export function axisTitle(text: string, length: number, { sizes }: Look): string[] {
  const fits = (lines: readonly string[]) =>
    lines.length <= 2 && lines.every((line) => textWidth(line, sizes.axisTitle) <= length)
  const forms = [text, text.replace(/ \(.*\)$/, '')]
  const wrapped = forms.map((form) => wrapText(form, length, sizes.axisTitle))
  return wrapped.find(fits) ?? [shortened(forms[1]!, length, sizes.axisTitle)]
}

/** How far the last label of a level axis can stand out to the right. */
export function overhang({ labels }: Scale, { sizes }: Look): number {
  return textWidth(labels.at(-1) ?? '', sizes.axis) / 2
}

/** Whether a panel is at the left edge, and whether there is none below it. */
export function edges(
  { columns, count }: Grid,
  index: number,
): { readonly left: boolean; readonly bottom: boolean } {
  return { left: index % columns === 0, bottom: index + columns >= count }
}

/** What a chart is called and what is said of it. */
export interface Heading extends Omit<Chart, 'description' | 'spec'> {
  /** What the marks are, in lines under the title. */
  readonly subtitle: readonly string[]
}

/** What a chart of panels is made of. */
export interface Sheet {
  readonly grid: Grid
  readonly datasets: Readonly<Record<string, readonly object[]>>
  /** One for each panel: its header and its layers. */
  readonly panels: readonly { readonly header: string; readonly layer: readonly Piece[] }[]
}

/** Puts panels, headers and titles together to a chart with a self-contained specification. */
export function sheet(heading: Heading, { grid, datasets, panels }: Sheet): Chart {
  const { name, title, subtitle, caption, data } = heading
  const description = [title, ...subtitle].filter((line) => line !== '').join('. ')
  const { look, columns, width, height, gap } = grid
  const { sizes } = look
  const page = look.page.width - 2 * look.page.padding
  const only = panels.length === 1
  const headings = {
    text: wrapText(title, page, sizes.title, 'semibold'),
    subtitle: subtitle.flatMap((line) => (line === '' ? [] : wrapText(line, page, sizes.subtitle))),
  }
  const headers = panels.map(({ header }) =>
    only ? [] : brokenName(header, { most: 2, width, size: sizes.header, face: 'semibold' }),
  )
  const body = panels.map(({ layer }, i) => ({
    width,
    height,
    layer: [...headerLayers(headers[i]!, look), ...layer],
  }))
  const furtherLines = Math.max(0, ...headers.map((lines) => lines.length - 1))
  const row = gap.row + furtherLines * lineHeight * sizes.header
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    ...(look.titled ? { title: headings } : {}),
    config: vegaConfig(look),
    datasets,
    ...(only ? body[0]! : { concat: body, columns, spacing: { ...gap, row }, bounds: 'flush' }),
  }
  return { name, title, caption, description, spec: spec as unknown as TopLevelSpec, data }
}

/** A panel's header, each line a mark, which stands at the same height whatever the axis beside it. */
function headerLayers(lines: readonly string[], { sizes, ink, scale }: Look): Piece[] {
  return lines.map((text, i) => {
    const above = (lines.length - 1 - i) * lineHeight * sizes.header
    return {
      data: { values: [{}] },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'bottom',
        fontSize: sizes.header,
        fontWeight: 600,
        color: ink.text,
      },
      encoding: { x: { value: 0 }, y: { value: -9 * scale - above }, text: { value: text } },
    }
  })
}

/** The width of the plots and the gaps between them. */
export function totalWidth({ columns, width, gap }: Grid): number {
  return columns * width + (columns - 1) * gap.column
}

/** How many legend entries stand side by side above the plots. */
export function legendColumns(labels: readonly string[], grid: Grid): number {
  const { sizes, scale } = grid.look
  const widest = labels.reduce((a, label) => Math.max(a, textWidth(label, sizes.legend)), 0)
  const entry = widest + (legendGaps.symbol + legendGaps.label + legendGaps.column) * scale
  const fitting = Math.floor((totalWidth(grid) + legendGaps.column * scale) / entry)
  return Math.max(1, Math.min(labels.length, fitting))
}

/** The layer shows those lines of a dataset that belong to one panel. */
export function inPanel(dataset: string, panel: string): Piece {
  return { data: { name: dataset }, transform: [{ filter: { field: 'panel', equal: panel } }] }
}
