import { stringify } from 'csv-stringify/sync'
import type { Chart } from './charts/chart.ts'
import { askedCharts, makeCharts } from './charts/index.ts'
import type { DrawnChart } from './html/figure.ts'
import { drawChart } from './render/on-page.ts'
import { drawPdf } from './render/pdf.ts'
import { drawPng } from './render/png.ts'
import { specText } from './render/spec-text.ts'
import { standalone } from './render/svg.ts'
import type { Results } from './statistics/groups.ts'
import { defaultTheme, type Look, type ThemeName, themes } from './themes/index.ts'

/** What figures are drawn, and how, beyond what the experiment says. */
export interface FigureChoice {
  /** Charts to draw instead of those that the experiment asks for, as specs: `heat-map:x=n,y=delay`. */
  readonly charts?: readonly string[] | undefined
  /** The looks to draw the figures in, beside the default one, which is always drawn. */
  readonly themes?: readonly ThemeName[] | undefined
  /** The resolution of PNGs, in dots per inch. Default: 300 for paper, two for each pixel of a screen. */
  readonly dpi?: number | undefined
}

export interface FigureOptions extends FigureChoice {
  /** Takes what the user should know, such as that a chart has nothing to show. */
  readonly onNotice?: ((text: string) => void) | undefined
}

/** Writes a file in the folder of the results. */
export type Write = (name: string, content: string | Buffer) => void

/**
 * Draws all figures: the default theme's as charts/NAME.svg, .png, .pdf, with .vl.json and the table .csv; those of
 * other themes as charts/THEME/NAME.svg, .png and .pdf. Returns the default theme's.
 */
export async function writeFigures(
  results: Results,
  options: FigureOptions,
  write: Write,
): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = []
  const { charts, empty } = askedCharts(results, defaultTheme, options.charts)
  for (const spec of empty) options.onNotice?.(`the results have nothing for the chart ${spec} to show`)
  for (const chart of charts) {
    const drawing = await drawInto('charts', chart, defaultTheme, options, write)
    write(`charts/${chart.name}.vl.json`, specText(chart.spec))
    write(`charts/${chart.name}.csv`, stringify([...chart.data], { header: true, record_delimiter: '\n' }))
    drawn.push({ chart, drawing })
  }
  for (const look of (options.themes ?? []).map((name) => themes[name]))
    if (look !== defaultTheme)
      for (const chart of makeCharts(results, look, options.charts))
        await drawInto(`charts/${look.name}`, chart, look, options, write)
  return drawn
}

async function drawInto(
  folder: string,
  chart: Chart,
  look: Look,
  { dpi = look.unit === 'pt' ? 300 : 192 }: FigureOptions,
  write: Write,
) {
  const drawing = await drawChart(chart, look)
  const { name, title, caption } = chart
  const png = drawPng(drawing, dpi / 96)
  const pdf = await drawPdf(drawing, look.unit, { title, subject: caption })
  write(`${folder}/${name}.svg`, standalone(drawing))
  write(`${folder}/${name}.png`, await png)
  write(`${folder}/${name}.pdf`, pdf)
  return drawing
}
