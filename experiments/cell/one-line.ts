/** Messages from elsewhere may hold line breaks; a field of a table or a line of a terminal holds none. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
}
