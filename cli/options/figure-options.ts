import { type Command, Option } from 'commander'
import { didYouMean, InputError } from '../../engine/index.ts'
import { type Experiment, pointsOf } from '../../experiments/index.ts'
import type { ThemeName } from '../../reports/index.ts'
import { isThemePath } from './load-theme.ts'
import { collect } from './specs.ts'

/** How figures are drawn. */
export interface FigureChoice {
  readonly chart?: readonly string[]
  readonly theme?: readonly string[]
  readonly dpi?: number
}

/** What each is for. The reports have the looks; they take long to load, and the names must be known before. */
const themes: Readonly<Record<ThemeName, string>> = {
  blog: 'always drawn',
  'blog-dark': 'for dark pages',
  paper: '3.3 inches wide, prints in grey',
  'paper-wide': '7 inches',
  slides: '16:9',
}

/** Throws an InputError for a chart that is asked for and that there is none of, of this experiment if one is given. */
export async function assertCharts(
  specs: readonly string[] | null | undefined,
  where: string,
  experiment?: Experiment,
): Promise<void> {
  if (specs === null || specs === undefined) return
  // The reports take long to load.
  const { checkCharts } = await import('../../reports/index.ts')
  const space = experiment && { points: pointsOf(experiment), algorithms: experiment.algorithms }
  checkCharts(specs, where, space)
}

/** Adds the options about figures to a command. */
export function addFigureOptions(command: Command): Command {
  const list = Object.entries(themes).map(([name, purpose]) => `${name} (${purpose})`)
  return command
    .option(
      '--chart <spec>',
      'a chart to draw, see admissible list charts: heat-map:x=n,y=delay; may be given several times',
      collect,
    )
    .addOption(
      new Option(
        '--theme <names>',
        `looks of figures: ${list.join(', ')}, all, or one of your own: ./mine.ts#night`,
      )
        .argParser(parseThemes)
        .default([], 'blog'),
    )
    .addOption(
      new Option(
        '--dpi <count>',
        'dots per inch of PNGs (default: 300 on paper, 192 for screens, where 96 are one for each pixel)',
      ).argParser(parseDpi),
    )
}

function parseThemes(text: string): string[] {
  const known = Object.keys(themes)
  return text.split(',').flatMap((part) => {
    const name = part.trim()
    if (name === 'all') return known
    if (isThemePath(name)) return [name]
    if (Object.hasOwn(themes, name)) return [name]
    throw new InputError(
      `--theme: unknown theme “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}, all`}`,
    )
  })
}

/** A resolution that a picture can have: one of a few dots, or one too large for memory, is a slip. */
function parseDpi(text: string): number {
  const dpi = Number(text)
  if (/^\d+$/.test(text) && dpi >= 30 && dpi <= 1200) return dpi
  throw new InputError(`--dpi is “${text}”; it must be a whole number from 30 to 1200`)
}
