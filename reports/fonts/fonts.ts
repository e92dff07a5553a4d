import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The faces of the chart font, and the names of their files. It is Source Sans 3 (SIL Open Font License 1.1) with the
 * brackets of ceiling and floor, and so has a name of its own.
 */
export const faces = {
  regular: { file: 'ReportSans3-Regular', weight: 400, style: 'normal' },
  semibold: { file: 'ReportSans3-SemiBold', weight: 600, style: 'normal' },
  italic: { file: 'ReportSans3-Italic', weight: 400, style: 'italic' },
} as const

export type Face = keyof typeof faces

/**
 * The family as embedded; then the full font for whoever has it; then what every system has. A name with a number in it
 * must stand in quotes, or browsers reject the whole list.
 */
export const fontFamily =
  "Admissible Sans, 'Report Sans 3', 'Source Sans 3', 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif"

/** The family that an embedded subset goes by. */
const embeddedFamily = 'Admissible Sans'

/** The folder of the package's fonts: the same from a clone and from an installed package. */
const folder = new URL('../../../reports/fonts/', import.meta.url)

/** The path of a font file. */
export const fontFile = (name: string): string => fileURLToPath(new URL(name, folder))

/** Which face draws text of this weight and style. */
export function faceOf(weight: string | number | undefined, style: string | undefined): Face {
  if (style === 'italic') return 'italic'
  return weight === 'bold' || Number(weight) >= 600 ? 'semibold' : 'regular'
}

const rules = new Map<Face, string>()

/** The CSS that embeds a face as a WOFF2 subset. */
export function fontFaceRule(face: Face): string {
  let rule = rules.get(face)
  if (rule === undefined) {
    const { file, weight, style } = faces[face]
    const data = readFileSync(fontFile(`${file}.woff2`)).toString('base64')
    rule =
      `@font-face{font-family:'${embeddedFamily}';font-weight:${weight};font-style:${style};` +
      `src:url(data:font/woff2;base64,${data}) format('woff2')}`
    rules.set(face, rule)
  }
  return rule
}
