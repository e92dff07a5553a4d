import type { Face } from '../../fonts/fonts.ts'
import { shortened, textWidth } from '../../fonts/text-width.ts'

/** The distance from one line of a broken name to the next, as a multiple of its font size. */
export const lineHeight = 1.15

/** The room that a name has, and the font that it is set in. */
interface Room {
  /** The number of lines. */
  readonly most: number
  readonly width: number
  readonly size: number
  readonly face?: Face
}

/** A name in as many lines as it needs and has room for; what then does not fit ends with an ellipsis. */
export function brokenName(name: string, { most, width, size, face = 'regular' }: Room): string[] {
  const lines = broken(name, { width, size, face })
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] += '…'
  return kept.map((line) => shortened(line, width, size, face))
}

/** Breaks a name at spaces and after the dashes between people's names; what has none of them stays whole. */
function broken(name: string, { width, size, face }: Omit<Required<Room>, 'most'>): string[] {
  const lines: string[] = []
  for (const part of name.split(/(?<=[–\s])/)) {
    const longer = `${lines.at(-1) ?? ''}${part}`
    if (lines.length > 0 && textWidth(longer.trimEnd(), size, face) <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd())
}
