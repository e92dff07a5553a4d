import type { Look } from '../../themes/look.ts'
import { brokenName, lineHeight } from './broken-names.ts'

/** Names of rows that take more of the figure's width are broken into lines. */
const nameShare = 0.3

/** The name of a row, in as many lines as the row is high enough for. */
export function nameLines(name: string, height: number, { page, sizes }: Look): string[] {
  const most = Math.max(1, Math.floor(height / (lineHeight * sizes.axis)))
  return brokenName(name, { most, width: nameShare * page.width, size: sizes.axis })
}

/** The height of a row in which a name has up to so many lines, as many as it needs. */
export function heightFor(name: string, most: number, { page, sizes }: Look): number {
  const lines = brokenName(name, { most, width: nameShare * page.width, size: sizes.axis })
  return lines.length * lineHeight * sizes.axis
}

/** The lines of a name, one below the other about the centre of its row. */
export function linesAbout(
  lines: readonly string[],
  centre: number,
  { sizes }: Look,
): { readonly name: string; readonly y: number }[] {
  const middle = (lines.length - 1) / 2
  return lines.map((name, i) => ({ name, y: centre + (i - middle) * lineHeight * sizes.axis }))
}
