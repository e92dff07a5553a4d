import { InputError } from '../../errors.ts'

/** A file's text and the name under which messages speak of it. */
export interface Source {
  readonly name: string
  readonly text: string
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
  let line = 1
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
