/** A whole number with commas: 16,384. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** “1 run”, “1,320 runs”. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** A measured value: whole numbers with commas, others to four significant digits. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return value < 0 ? `−${count(-value)}` : count(value)
  const rounded = Number(value.toPrecision(4))
  return Number.isInteger(rounded) ? count(rounded) : String(rounded).replace('-', '−')
}

/** “a, and b”: parts of a sentence that may have an *and* of their own. */
export function clauses(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`
}

/** “a”, “a and b”, “a, b and c”. */
export function listing(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
