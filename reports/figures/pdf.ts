import type { Font } from 'fontkit'
import { type Face, faceOf, faces } from '../fonts/fonts.ts'
import { fontOf } from '../fonts/text-width.ts'
import type { Drawing } from './svg.ts'

/** What a PDF says of itself. */
export interface PdfWords {
  readonly title: string
  readonly subject: string
}

/** A fixed date, so that a PDF has the same bytes whenever it is written. */
const date = new Date(0)

/**
 * The drawing as a PDF of one page, exactly as large as the drawing: vectors, text that can be selected, its fonts
 * embedded as subsets. A pixel of a drawing for screens is 1/96 of an inch. The same drawing gives the same bytes.
 */
export async function drawPdf(
  { svg, width, height }: Drawing,
  unit: 'px' | 'pt',
  { title, subject }: PdfWords,
): Promise<Buffer> {
  const { PDFDocument, svgToPdf } = await loadPdf()
  const points = unit === 'pt' ? 1 : 0.75
  const size: [number, number] = [width * points, height * points]
  const pdf = new PDFDocument({
    size,
    margin: 0,
    info: { Title: title, Subject: subject, Creator: 'Admissible', CreationDate: date, ModDate: date },
    displayTitle: true,
    lang: 'en',
  })
  // The library also accepts a font that has been read, although its types do not say so.
  for (const face of Object.keys(faces) as Face[]) pdf.registerFont(face, readyFont(face) as never)
  const done = collected(pdf)
  svgToPdf(pdf, withoutSize(svg), 0, 0, {
    width: size[0],
    height: size[1],
    assumePt: true,
    fontCallback: (_family: string, bold: boolean, italic: boolean) =>
      faceOf(bold ? 600 : 400, italic ? 'italic' : 'normal'),
    warningCallback(warning: string) {
      throw new Error(`the figure “${title}” is not written as PDF: ${warning}`)
    },
  })
  pdf.end()
  return done
}

/** Without its own size: the library would prefer it to the size given, and would take an inch for 96 points. */
const withoutSize = (svg: string): string =>
  svg.replace(/^<svg[^>]*>/, (tag) => tag.replace(/ (?:width|height)="[^"]*"/g, ''))

const ready = new Map<Face, Font>()

/**
 * The font of a face, in which every glyph already knows its characters. Otherwise a glyph would learn them from whatever
 * asks for it first, and one that is first met as a part of another glyph would never learn any.
 */
function readyFont(face: Face): Font {
  let font = ready.get(face)
  if (font === undefined) {
    ready.set(face, (font = fontOf(face)))
    for (const character of font.characterSet) font.glyphForCodePoint(character)
  }
  return font
}

function collected(pdf: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
}

/** These libraries take long to load, so they are loaded when the first PDF is written. */
async function loadPdf() {
  const [{ default: PDFDocument }, { default: svgToPdf }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ])
  return { PDFDocument, svgToPdf }
}
