import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FigureChoice, Write } from './write-figures.ts'

/** The file that says how the figures of a folder were asked for. It is missing if the usual ones were drawn. */
const file = 'charts/options.json'

/** Notes how figures were asked for, so that they can be drawn again in the same way. */
export function noteFigureChoice(
  directory: string,
  { charts, themes, dpi }: FigureChoice,
  write: Write,
): void {
  const asked = { charts, themes: themes?.length ? themes : undefined, dpi }
  if (Object.values(asked).some((option) => option !== undefined))
    write(file, `${JSON.stringify(asked, null, 2)}\n`)
  else rmSync(join(directory, file), { force: true })
}

/** How the figures of a folder of results were asked for. */
export function readFigureChoice(directory: string): FigureChoice {
  const path = join(directory, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FigureChoice) : {}
}
