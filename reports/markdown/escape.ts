/**
 * A text as Markdown shows it, character by character: no HTML, emphasis, link, code, formula or end of a cell comes of
 * what it contains.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]#|~$!]/g, '\\$&')
    .replace(/^(\d*)([-+.)])(?=\s|$)/, '$1\\$2')
}
