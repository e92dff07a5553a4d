import { stringify } from 'csv-stringify/sync'
import { InputError } from '../../engine/index.ts'
import { askedCharts, makeCharts } from '../charts/index.ts'
import { type Chart, wholeCaption } from '../charts/sheet/chart.ts'
import { missingIn } from '../fonts/text-width.ts'
import { distinct } from '../group-by.ts'
import type { Results } from '../statistics/groups.ts'
import { defaultTheme, type Look, themes } from '../themes/index.ts'
import { listing } from '../wording/numbers.ts'
import { type DrawnChart, drawChart } from './on-page.ts'
import { PdfThread } from './pdf-thread.ts'
import { drawPng } from './png.ts'
import { specText } from './spec-text.ts'
import { standalone, textsIn } from './svg.ts'

/** What figures are drawn, and how, beyond what the experiment says. */
export interface FigureChoice {
  /** Charts to draw instead of those that the experiment asks for, as specs: `heat-map:x=n,y=delay`. */
  readonly charts?: readonly string[] | undefined
  /** The looks to draw the figures in, beside the default one, which is always drawn: names of themes, or paths of modules. */
  readonly themes?: readonly string[] | undefined
  /** The resolution of PNGs, in dots per inch. Default: 300 for paper, two for each pixel of a screen. */
  readonly dpi?: number | undefined
}

/** Which figures to draw, and how. */
export interface FigureOptions extends FigureChoice {
  /** Gives the theme that is in a user's module, by its path. */
  readonly loadTheme?: ((path: string) => Promise<Look>) | undefined
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
  const { charts, empty, leftOut } = askedCharts(results, defaultTheme, options.charts)
  for (const spec of empty) options.onNotice?.(`the results have nothing for the chart ${spec} to show`)
  for (const one of leftOut) options.onNotice?.(`${someOf(one.charts)}: ${one.sentence}`)
  const pdfs = new PdfThread()
  try {
    const drawn = await drawInto('charts', charts, defaultTheme, options, write, pdfs)
    for (const { name, spec, data } of charts) {
      write(`charts/${name}.vl.json`, specText(spec))
      write(`charts/${name}.csv`, stringify([...data], { header: true, record_delimiter: '\n' }))
    }
    for (const look of await looksOf(options))
      if (look !== defaultTheme) {
        const others = makeCharts(results, look, options.charts)
        await drawInto(`charts/${look.name}`, others, look, options, write, pdfs)
      }
    const missing = missingIn(drawn.flatMap(({ drawing }) => textsIn(drawing.svg)).join(''))
    if (missing.length > 0) options.onNotice?.(lackOf(distinct(missing)))
    return drawn
  } finally {
    await pdfs.end()
  }
}

/** The looks that are asked for, each once. Throws an InputError for one that there is none of. */
async function looksOf({ themes: names = [], loadTheme }: FigureOptions): Promise<Set<Look>> {
  const looks = new Set<Look>()
  for (const name of names) {
    if (Object.hasOwn(themes, name)) looks.add(themes[name as keyof typeof themes])
    else if (loadTheme !== undefined) looks.add(await loadTheme(name))
    else throw new InputError(`there is no theme ${name}`)
  }
  return looks
}

/** “a”, “a and b”, “a, b and 3 more charts”. */
function someOf(names: readonly string[]): string {
  if (names.length <= 3) return listing(names)
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more charts`
}

/** What becomes of characters that the font of the figures does not have. */
function lackOf(characters: readonly string[]): string {
  const more = characters.length > 10 ? ` and ${characters.length - 10} more` : ''
  return `the font of the figures has no ${characters.slice(0, 10).join(' ')}${more}: SVG and PNG show them in another font, if there is one, and PDF as boxes`
}

async function drawInto(
  folder: string,
  charts: readonly Chart[],
  look: Look,
  { dpi = look.unit === 'pt' ? 300 : 192 }: FigureOptions,
  write: Write,
  pdfs: PdfThread,
): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = []
  const others: Promise<readonly [Buffer, Buffer]>[] = []
  for (const chart of charts) {
    const drawing = await drawChart(chart, look)
    drawn.push({ chart, drawing })
    const words = { title: chart.title.normalize('NFC'), subject: wholeCaption(chart).normalize('NFC') }
    // Other threads draw these while the next figure is made; one that fails is met below.
    const both = Promise.all([drawPng(drawing, dpi / 96), pdfs.draw(drawing, look.unit, words)])
    both.catch(() => {})
    others.push(both)
  }
  for (const [i, { chart, drawing }] of drawn.entries()) {
    const [png, pdf] = await others[i]!
    write(`${folder}/${chart.name}.svg`, standalone(drawing))
    write(`${folder}/${chart.name}.png`, png)
    write(`${folder}/${chart.name}.pdf`, pdf)
  }
  return drawn
}
