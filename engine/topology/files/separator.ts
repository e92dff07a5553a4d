import type { Source } from './source.ts'

/** So many lines are looked at. */
const linesMax = 50

/**
 * The character code of what separates the fields of a table: semicolons, tabs or commas, if the first lines have
 * equally many, else semicolons or commas if the first line has any, else blanks. Quotation marks and braces keep theirs.
 */
export function separatorOf(source: Source): number {
  const lines = unquotedLines(source)
  const counts = (character: string) => lines.map((line) => line.split(character).length - 1)
  const areEven = ([first = 0, ...others]: number[]) => first > 0 && others.every((count) => count === first)
  // Two tabs in a row align columns; where fields are missing, the first line has them all.
  const aligned = /\S\t\t/.test(lines[0] ?? '')
  const even = [';', '\t', ','].find(
    (character) => areEven(counts(character)) && !(character === '\t' && aligned),
  )
  const any = [';', ','].find((character) => lines[0]?.includes(character))
  return (even ?? any ?? ' ').charCodeAt(0)
}

/** The first lines without comments and without what stands in quotation marks or braces. */
function unquotedLines({ text }: Source): string[] {
  const lines: string[] = []
  for (let start = 0; start < text.length && lines.length < linesMax; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end).replace(/^ +|[ \r]+$/g, '')
    if (!/^\s*([#%]|$)/.test(line)) lines.push(line.replaceAll(/"[^"]*"|\{.*\}/g, '""'))
    start = end + 1
  }
  return lines
}
