import { failAt, type Source } from './source.ts'

/** A line without the blanks at its ends, and where it begins. */
export interface Line {
  readonly text: string
  readonly offset: number
}

/** A word of a line, or what stands in quotation marks. */
export interface Field extends Line {
  readonly quoted: boolean
}

/** All lines, the empty ones too. */
export function* linesOf({ text }: Source): Generator<Line> {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    const content = line.trimStart()
    yield { text: content.trimEnd(), offset: start + line.length - content.length }
    start = end + 1
  }
}

const field = /"((?:[^"]|"")*)"|[^\s"]\S*|"/g

/** The fields of a line, between blanks; quotation marks keep blanks within one and are doubled within. */
export function fieldsOf(source: Source, line: Line): Field[] {
  return Array.from(line.text.matchAll(field), ({ 0: whole, 1: quoted, index }) => {
    const offset = line.offset + index
    if (whole === '"') failAt(source, offset, 'expected a closing quotation mark on the same line')
    return { text: quoted?.replaceAll('""', '"') ?? whole, offset, quoted: quoted !== undefined }
  })
}

/** The number of whole lines that are wanted: those of the beginning of a file, of which the last may be cut. */
export function firstLines(source: Source, count: number): Line[] {
  const lines: Line[] = []
  for (const line of linesOf(source)) {
    if (line.text !== '') lines.push(line)
    if (lines.length === count) break
  }
  return lines
}
