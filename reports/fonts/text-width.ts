import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { type Face, faces, fontFile } from './fonts.ts'

const fonts = new Map<Face, Font>()

/** The font of a face, read once. */
export function fontOf(face: Face): Font {
  let font = fonts.get(face)
  if (font === undefined)
    fonts.set(face, (font = create(readFileSync(fontFile(`${faces[face].file}.ttf`))) as Font))
  return font
}

const widths = new Map<string, number>()

/** The width of a line of text in pixels at this size, by the metrics of the font that draws it. */
export function textWidth(text: string, size: number, face: Face = 'regular'): number {
  const key = `${face}/${text}`
  let width = widths.get(key)
  if (width === undefined) {
    const font = fontOf(face)
    widths.set(key, (width = font.layout(text).advanceWidth / font.unitsPerEm))
  }
  return width * size
}

/** Whether the font has a glyph for every character of the text. */
export const isDrawable = (text: string): boolean => missingIn(text).length === 0

/** The characters of a text that the font has no glyph for. */
export function missingIn(text: string): string[] {
  const font = fontOf('regular')
  return [...text].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!))
}

/** The text, or as much of its beginning as fits into `width` pixels with an ellipsis. */
export function shortened(text: string, width: number, size: number, face: Face = 'regular'): string {
  if (textWidth(text, size, face) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, face) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** Breaks a text at spaces into lines no wider than `width` pixels; a longer word stays whole. */
export function wrapText(text: string, width: number, size: number, face: Face = 'regular'): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, size, face) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
