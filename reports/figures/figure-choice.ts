import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themes as known } from '../themes/index.ts'
import type { FigureChoice, Write } from './write-figures.ts'

/** The file that says how the figures of a folder were asked for. It is missing if the usual ones were drawn. */
const file = 'charts/options.json'

/** Notes how figures were asked for, so that they can be drawn again in the same way. */
export function noteFigureChoice({ charts, themes, dpi }: FigureChoice, write: Write): void {
  const asked = { charts, themes: themes?.length ? themes : undefined, dpi }
  if (Object.values(asked).some((option) => option !== undefined))
    write(file, `${JSON.stringify(asked, null, 2)}\n`)
}

/** How the figures of a folder of results were asked for. */
export function readFigureChoice(directory: string): FigureChoice {
  try {
    return JSON.parse(readFileSync(join(directory, file), 'utf8')) as FigureChoice
  } catch {
    return {}
  }
}

/**
 * What is asked for now, with the themes that were drawn earlier, as long as their folders are there: no figure is older
 * than the tables beside it. Their resolution stays, unless another is asked for.
 */
export function figureChoice(directory: string, { charts, themes = [], dpi }: FigureChoice): FigureChoice {
  const earlier = readFigureChoice(directory)
  // A theme of a user's module is code, which runs only if its name is given again.
  const isThere = (name: string) => Object.hasOwn(known, name) && existsSync(join(directory, 'charts', name))
  return {
    charts,
    themes: [...new Set([...(earlier.themes ?? []).filter(isThere), ...themes])],
    dpi: dpi ?? earlier.dpi,
  }
}
