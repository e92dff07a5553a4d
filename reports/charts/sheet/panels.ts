import type { TopLevelSpec } from 'vega-lite'
import { wrapText } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import { axisGaps, titleGaps, vegaConfig } from '../../themes/vega-config.ts'
import { above } from './above.ts'
import type { Chart, Piece } from './chart.ts'
import type { Key } from './key.ts'
import { pageWidth, type Sheet } from './sheet.ts'

/** What a chart is called and what is said of it. */
export interface Heading extends Omit<Chart, 'description' | 'spec'> {
  /** What the marks are, in lines under the title. */
  readonly subtitle: readonly string[]
  /** Which of several pages it is, where one would not hold all panels. */
  readonly page?: Page | undefined
}

/** One of the pages that a figure takes, counted from 1. */
export interface Page {
  readonly number: number
  readonly of: number
}

/** What a chart of panels is made of. */
interface Panels {
  readonly sheet: Sheet
  readonly datasets: Readonly<Record<string, readonly object[]>>
  /** What the marks of all panels stand for. */
  readonly key?: Key
  readonly panels: readonly Panel[]
  /** Whether the same colour can mean different things in different panels, each of which has a key of its own. */
  readonly ownScales?: boolean
  /** How many lines the title of the level axis has. Default: one. */
  readonly titleLines?: number
}

interface Panel {
  readonly header: string
  /** What its own marks stand for. */
  readonly key?: Key
  readonly layer: readonly Piece[]
}

/** A chart, and the height that it will have. */
export interface Draft {
  readonly chart: Chart
  readonly height: number
}

/** Puts panels, headers, keys and titles together to a chart with a self-contained specification. */
export function chartOn(
  heading: Heading,
  { sheet, datasets, key = [], panels, ownScales = false, titleLines = 1 }: Panels,
): Draft {
  const { name, subtitle, caption, data, page } = heading
  const title = page === undefined ? heading.title : `${heading.title} (${page.number} of ${page.of})`
  const description = [title, ...subtitle].filter((line) => line !== '').join('. ')
  const { look, columns, width, height, gap } = sheet
  const headings = {
    text: wrapText(title, pageWidth(look), look.sizes.title, 'semibold'),
    subtitle: subtitle.flatMap((line) =>
      line === '' ? [] : wrapText(line, pageWidth(look), look.sizes.subtitle),
    ),
  }
  const only = panels.length === 1
  const over = above(only && page === undefined ? [{ ...panels[0]!, header: '' }] : panels, key, sheet)
  const body = panels.map(({ layer }, i) => ({ width, height, layer: [...over.layers[i]!, ...layer] }))
  const rows = Math.ceil(panels.length / columns)
  const between = axisHeight(look) + over.row
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    ...(look.titled ? { title: headings } : {}),
    config: vegaConfig(look),
    datasets,
    ...(only
      ? body[0]!
      : {
          concat: body,
          columns,
          spacing: { column: gap, row: between },
          bounds: 'flush',
          ...(ownScales ? { resolve: { scale: { color: 'independent', shape: 'independent' } } } : {}),
        }),
  }
  return {
    chart: { name, title, caption, description, spec: spec as unknown as TopLevelSpec, data },
    height:
      2 * look.page.padding +
      titleHeight(headings, look) +
      over.top +
      over.row +
      rows * height +
      (rows - 1) * between +
      axisHeight(look, titleLines),
  }
}

/** What a level axis with a title of so many lines takes below a plot. */
function axisHeight({ scale, sizes }: Look, lines = 0): number {
  const title = lines === 0 ? 8 * scale : axisGaps.title * scale + lines * (sizes.axisTitle + 2)
  return (axisGaps.tick + axisGaps.label) * scale + sizes.axis + title
}

interface Headings {
  readonly text: readonly string[]
  readonly subtitle: readonly string[]
}

function titleHeight({ text, subtitle }: Headings, { titled, sizes, scale }: Look): number {
  if (!titled) return 0
  const under =
    subtitle.length === 0 ? 0 : titleGaps.subtitle * scale + subtitle.length * 1.4 * sizes.subtitle
  return text.length * (sizes.title + 2) + under + titleGaps.below * scale
}

/** The part of a layer that picks the data of one panel out of a dataset. */
export function inPanel(dataset: string, panel: string) {
  return { data: { name: dataset }, transform: [{ filter: { field: 'panel', equal: panel } }] }
}
