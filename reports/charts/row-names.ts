import { shortened, textWidth } from '../render/text-width.ts'
import type { Look } from '../themes/look.ts'

/** Names of rows that take more of the figure's width are broken into lines. */
const nameShare = 0.3

const lineHeight = 1.15

/** The name of a row, in as many lines as the row is high enough for. */
export function nameLines(name: string, height: number, { page, sizes }: Look): string[] {
  const width = nameShare * page.width
  const lines = broken(name, width, sizes.axis)
  const most = Math.max(1, Math.floor(height / (lineHeight * sizes.axis)))
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] += `…`
  return kept.map((line) => shortened(line, width, sizes.axis))
}

/** Breaks a name at spaces and after the dashes between people's names; what has none of them stays whole. */
function broken(name: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const part of name.split(/(?<=[–\s])/)) {
    const longer = `${lines.at(-1) ?? ''}${part}`
    if (lines.length > 0 && textWidth(longer.trimEnd(), size) <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd())
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
