import type { TopLevelSpec } from 'vega-lite'
import { wrapText } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import { vegaConfig } from '../../themes/vega-config.ts'
import { brokenName, lineHeight } from './broken-names.ts'
import type { Chart, Piece } from './chart.ts'
import type { Sheet } from './sheet.ts'

/** What a chart is called and what is said of it. */
export interface Heading extends Omit<Chart, 'description' | 'spec'> {
  /** What the marks are, in lines under the title. */
  readonly subtitle: readonly string[]
}

/** What a chart of panels is made of. */
interface Panels {
  readonly sheet: Sheet
  readonly datasets: Readonly<Record<string, readonly object[]>>
  /** One for each panel: its header and its layers. */
  readonly panels: readonly { readonly header: string; readonly layer: readonly Piece[] }[]
}

/** Puts panels, headers and titles together to a chart with a self-contained specification. */
export function chartOn(heading: Heading, { sheet, datasets, panels }: Panels): Chart {
  const { name, title, subtitle, caption, data } = heading
  const description = [title, ...subtitle].filter((line) => line !== '').join('. ')
  const { look, columns, width, height, gap } = sheet
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

/** The part of a layer that picks the data of one panel out of a dataset. */
export function inPanel(dataset: string, panel: string): Piece {
  return { data: { name: dataset }, transform: [{ filter: { field: 'panel', equal: panel } }] }
}
