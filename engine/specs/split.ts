/** The parts of a text between commas; a comma within parentheses, as in `k=max(1, n/4)`, separates nothing. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let begin = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth--
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(begin, i))
      begin = i + 1
    }
  }
  // A parenthesis without its counterpart, as in the name of a file, encloses nothing.
  return depth === 0 ? [...parts, text.slice(begin)] : text.split(',')
}
