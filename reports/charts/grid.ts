import type { TopLevelSpec } from 'vega-lite'
import { shortened, textWidth, wrapText } from '../render/text-width.ts'
import type { Piece } from './chart.ts'
import { ink, sizes, theme } from './theme.ts'

/** Where the panels of a chart stand, and how large they are. */
export interface Grid {
  readonly columns: number
  readonly width: number
  readonly height: number
  readonly count: number
  /** Between columns. Default: what suits panels whose axes are all the same, and labelled at the left only. */
  readonly gap?: number
}

/** A grid for this many panels, about as wide as a page. */
export function gridFor(count: number): Grid {
  if (count === 1) return { columns: 1, width: 640, height: 420, count }
  if (count === 2) return { columns: 2, width: 400, height: 320, count }
  if (count === 4) return { columns: 2, width: 400, height: 270, count }
  if (count <= 9) return { columns: 3, width: 290, height: 230, count }
  return { columns: 4, width: 230, height: 190, count }
}

const spacing = { column: 26, row: 54 } as const

/** The same grid with room for an axis beside each panel. */
export function withOwnAxes(grid: Grid): Grid {
  const gap = 58
  return {
    ...grid,
    gap,
    width: grid.width - Math.round(((grid.columns - 1) * (gap - spacing.column)) / grid.columns),
  }
}

/** Whether a panel is at the left edge, and whether there is none below it. */
export function edges(
  { columns, count }: Grid,
  index: number,
): { readonly left: boolean; readonly bottom: boolean } {
  return { left: index % columns === 0, bottom: index + columns >= count }
}

export interface Sheet {
  readonly title: string
  readonly subtitle: readonly string[]
  readonly description: string
  readonly grid: Grid
  readonly datasets: Readonly<Record<string, readonly object[]>>
  /** One for each panel: its header and its layers. */
  readonly panels: readonly { readonly header: string; readonly layer: readonly Piece[] }[]
  /** Room to the left of the plots, beyond that of a numeric axis. */
  readonly gutter?: number
}

/** Puts panels, headers and titles together to a self-contained specification. */
export function sheet({
  title,
  subtitle,
  description,
  grid,
  datasets,
  panels,
  gutter = 0,
}: Sheet): TopLevelSpec {
  const width = totalWidth(grid) + gutter
  const only = panels.length === 1
  const gaps = { ...spacing, column: grid.gap ?? spacing.column }
  const headings = {
    text: wrapText(title, width, sizes.title, 'semibold'),
    subtitle: subtitle.flatMap((line) => (line === '' ? [] : wrapText(line, width, sizes.subtitle))),
  }
  const body = panels.map(({ header, layer }) => ({
    width: grid.width,
    height: grid.height,
    layer: only ? layer : [headerLayer(shortened(header, grid.width, sizes.header, 'semibold')), ...layer],
  }))
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    title: headings,
    config: theme,
    datasets,
    ...(only ? body[0]! : { concat: body, columns: grid.columns, spacing: gaps, bounds: 'flush' }),
  }
  return spec as unknown as TopLevelSpec
}

/** A panel's header as a mark, which stands at the same height whatever the axis beside it. */
const headerLayer = (text: string): Piece => ({
  data: { values: [{}] },
  mark: {
    type: 'text',
    align: 'left',
    baseline: 'bottom',
    fontSize: sizes.header,
    fontWeight: 600,
    color: ink.text,
  },
  encoding: { x: { value: 0 }, y: { value: -9 }, text: { value: text } },
})

/** The width of the plots and the gaps between them. */
export function totalWidth({ columns, width, gap = spacing.column }: Grid): number {
  return columns * width + (columns - 1) * gap
}

/** How many legend entries stand side by side. */
export function legendColumns(labels: readonly string[], width: number): number {
  const widest = labels.reduce((a, label) => Math.max(a, textWidth(label, sizes.legend)), 0)
  return Math.max(
    1,
    Math.min(labels.length, Math.floor((width + theme.legend.columnPadding) / (widest + 44))),
  )
}

/** The layer shows those lines of a dataset that belong to one panel. */
export function inPanel(dataset: string, panel: string): Piece {
  return { data: { name: dataset }, transform: [{ filter: { field: 'panel', equal: panel } }] }
}
