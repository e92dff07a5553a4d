import { InputError } from '../../errors.ts'

/** No text is longer than 2^29 − 24 characters. */
const LONGEST = 2 ** 29 - 24

/** A file's text, or a piece of it, and the name under which messages speak of it. */
export interface Source {
  readonly name: string
  readonly text: string
  /** How many lines come before this piece. */
  readonly linesBefore?: number
  /** Whether more of the file follows. */
  readonly continues?: boolean
}

/** The pieces of a file that comes in chunks, each of which ends where a line ends. */
export function* piecesOf(name: string, chunks: Iterable<string>): Generator<Source> {
  let piece: Source | undefined
  let linesBefore = 0
  for (const chunk of chunks) {
    if (piece === undefined) {
      piece = sourceOf(name, chunk)
      continue
    }
    yield { ...piece, linesBefore, continues: true }
    linesBefore += linesIn(piece.text)
    piece = { name, text: chunk }
  }
  yield { name, text: '', ...piece, linesBefore }
}

/** The pieces of a file in one. */
export function joined(pieces: Iterable<Source>): Source {
  const all = [...pieces]
  const length = all.reduce((sum, { text }) => sum + text.length, 0)
  const name = all[0]!.name
  if (length > LONGEST)
    throw new InputError(`${name} has ${length} characters; only an edge list may have more than ${LONGEST}`)
  return { name, text: all.map(({ text }) => text).join('') }
}

function linesIn(text: string): number {
  let lines = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines++
  return lines
}

/** Without a byte order mark, and with line feeds in files of a system that ended lines with carriage returns. */
export function sourceOf(name: string, text: string): Source {
  const start = text.startsWith('\ufeff') ? 1 : 0
  if (text.slice(0, 1024).includes('\0'))
    throw new InputError(`${name} is no text file (it contains NUL bytes)`)
  const lines = text.includes('\n') || !text.includes('\r') ? text : text.replaceAll('\r', '\n')
  return { name, text: lines.slice(start) }
}

/** Throws an InputError that says where: “net.gml, line 3, column 7: expected …”. Lines and columns start at 1. */
export function failAt(source: Source, offset: number, message: string): never {
  let line = 1 + (source.linesBefore ?? 0)
  let lineStart = 0
  for (
    let end = source.text.indexOf('\n');
    end >= 0 && end < offset;
    end = source.text.indexOf('\n', lineStart)
  ) {
    line++
    lineStart = end + 1
  }
  return failAtLine(source, line, offset - lineStart + 1, message)
}

export function failAtLine(source: Source, line: number, column: number, message: string): never {
  throw new InputError(`${source.name}, line ${line}, column ${column}: ${message}`)
}

/** For messages: the text in quotation marks, cut where it is long. */
export function quoted(text: string): string {
  return text.length <= 30 ? `“${text}”` : `“${text.slice(0, 30)}…”`
}
