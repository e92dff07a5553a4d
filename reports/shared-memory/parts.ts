import { isSharedObject, type SharedMoment, type SharedStory } from '../../engine/index.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { sectionLooks } from './sections.ts'
import { isBroken, settingWords, verdictWords } from './words.ts'

const { ink, sizes } = defaultTheme

/** A coordinate, to a hundredth of a pixel. */
export const round = (value: number): number => Math.round(100 * value) / 100

/** What a step’s mark says. */
type Mark = 'remote' | 'local' | 'flip'

/** Whether the step accesses what is remote in a cache-coherent memory or local, or flips a coin. */
export const markOf = ({ step, remote }: SharedMoment): Mark =>
  step.kind === 'flip' ? 'flip' : remote.cc ? 'remote' : 'local'

/** Full where the access is a remote reference in a cache-coherent memory, else a ring; a coin stands on its corner. */
export function stepMark(mark: Mark, x: number, y: number, radius = 4): Markup {
  if (mark === 'flip')
    return html`<path d="M${round(x - radius)} ${round(y)}L${round(x)} ${round(y - radius)}L${round(x + radius)} ${round(y)}L${round(x)} ${round(y + radius)}Z" fill="#ffffff" stroke="${ink.text}" stroke-width="1.3"/>`
  const remote = mark === 'remote'
  return html`<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${remote ? ink.text : '#ffffff'}" stroke="${ink.text}" stroke-width="1.3"/>`
}

/** Where a step’s access is remote, in words. */
export const remoteWords = ({ remote, step }: SharedMoment): string =>
  step.kind === 'flip'
    ? 'a flip of a coin, which accesses nothing'
    : `${remote.cc ? 'remote' : 'local'} in a cache-coherent memory, ${remote.dsm ? 'remote' : 'local'} in a distributed one`

/** The variables that are used, in the order of declaration; coins are none. */
export const variablesUsed = ({ moments, first }: SharedStory): number[] =>
  [...new Set(moments.map(({ step }) => step.variable))]
    .filter((v) => !first.variables[v]!.isCoin)
    .sort((a, b) => a - b)

/** What stands above a figure. */
export interface Heading {
  readonly title: string
  readonly setting: string
  readonly verdict: string | null
  /** Whether the verdict is against what the algorithm promises. */
  readonly broken: boolean
}

/** The heading of a story. */
export const headingOf = (story: SharedStory): Heading => ({
  title: story.algorithm.title ?? story.algorithm.name,
  setting: settingWords(story),
  verdict: verdictWords(story),
  broken: isBroken(story),
})

/** Title, setting and what the execution shows. */
export function heading({ title, setting, verdict, broken }: Heading): Markup {
  const after = 18 + textWidth(setting, sizes.subtitle) + 16
  return html`<text x="18" y="32" font-size="${sizes.title}" font-weight="600">${title}</text>
<text x="18" y="52" font-size="${sizes.subtitle}" fill="${ink.muted}">${setting}</text>${verdict === null ? null : html`<text x="${round(after)}" y="52" font-size="${sizes.subtitle}" font-weight="600" fill="${broken ? ink.violated : ink.text}">${verdict}</text>`}`
}

/** A bracket at the left beside what is repeated for ever. */
export const forEver = (above: number, below: number): Markup =>
  html`<path d="M12 ${round(above)} h-5 V${round(below)} h5" fill="none" stroke="${ink.violated}" stroke-width="1.6"><title>repeated for ever</title></path>`

/** How broad heading and legend are. */
export const breadthAbove = ({ title, setting, verdict }: Heading, story: SharedStory): number =>
  Math.max(
    legendTexts(story).reduce(
      (sum, [breadth, text]) => sum + breadth + 27 + textWidth(text, sizes.legend),
      0,
    ),
    textWidth(title, sizes.title, 'semibold'),
    textWidth(setting, sizes.subtitle) +
      (verdict === null ? 0 : 16 + textWidth(verdict, sizes.subtitle, 'semibold')),
  )

type Symbol = 'entry' | 'critical' | 'exit' | 'operation' | Mark

type LegendText = readonly [breadth: number, text: string, symbol: Symbol]

/** By entry, how broad its symbol is, and its words. */
const legendTexts = ({ algorithm, moments }: SharedStory): readonly LegendText[] => [
  ...(isSharedObject(algorithm)
    ? ([[24, 'operation', 'operation']] as const)
    : ([
        [24, 'entry', 'entry'],
        [24, 'critical section', 'critical'],
        [24, 'exit', 'exit'],
      ] as const)),
  [10, 'remote', 'remote'],
  [10, 'local, with a valid copy in the cache', 'local'],
  ...(moments.some(({ step }) => step.kind === 'flip') ? ([[10, 'flip of a coin', 'flip']] as const) : []),
]

/** What marks and lines mean. */
export function legend(story: SharedStory, y: number): Markup {
  let x = 18
  const entries = legendTexts(story).map(([breadth, text, symbol]) => {
    const at = x
    x += breadth + 27 + textWidth(text, sizes.legend)
    return html`${legendSymbol(symbol, at, y)}<text x="${round(at + breadth + 7)}" y="${y + 4.5}" font-size="${sizes.legend}">${text}</text>`
  })
  return html`${entries}`
}

function legendSymbol(symbol: Symbol, x: number, y: number): Markup {
  if (symbol === 'remote' || symbol === 'local' || symbol === 'flip') return stepMark(symbol, x + 5, y)
  const { breadth, colour } = sectionLooks[symbol]
  return html`<rect x="${round(x)}" y="${y - breadth / 2}" width="24" height="${breadth}" fill="${colour}"/>`
}
