/** Longer messages say nothing more to a reader. */
const longest = 2000

/**
 * Messages from elsewhere may hold line breaks and megabytes; a field of a table or a line of a terminal holds one line
 * that can be read.
 */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 2 * longest)
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
  if (line.length <= longest && text.length <= 2 * longest) return line
  return `${line.slice(0, longest)} … (${text.length} characters)`
}
