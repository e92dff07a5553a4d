import { firstRows, isMissing, numberIn } from './rows.ts'
import type { Source } from './source.ts'

/** What stands around the numbers of a matrix. */
export interface Frame {
  /** How many columns of labels there are before the numbers. */
  readonly before: 0 | 1
  /** The labels of a first row; null if it is one of numbers. */
  readonly header: readonly string[] | null
}

/** A number, or what stands for none. */
const isEntry = (text: string): boolean => !Number.isNaN(numberIn(text)) || isMissing(text)

/** The frame of a matrix, from its first two rows: labels are what is no number, or what stands at both sides. */
export function frameOf([first = [], second = []]: readonly (readonly string[])[]): Frame {
  if (second.length === first.length + 1 && first[0] === second[0]) return { before: 1, header: first }
  if (second.length === first.length && !isNumber(first[0]) && first.length > 1 && first[1] === second[0])
    return { before: 1, header: first.slice(1) }
  if (!first.every(isEntry) && second.length > 0 && second.every(isEntry)) return { before: 0, header: first }
  return { before: first.length > 1 && !isEntry(first[0]!) ? 1 : 0, header: null }
}

const isNumber = (text: string | undefined): boolean => text !== undefined && !Number.isNaN(numberIn(text))

/** The numbers of a table that is square but for its frame, as far as the source goes; null if it is none. */
function squareIn(
  source: Source,
): { readonly entries: readonly (readonly string[])[]; readonly frame: Frame } | null {
  const frame = frameOf(firstRows(source, 2))
  const headers = frame.header === null ? 0 : 1
  const [, second = []] = firstRows(source, 2)
  const width = second.length - frame.before
  const rows = firstRows(source, width + headers + 1).slice(headers)
  const whole = rows.length === width || (rows.length < width && source.continues === true)
  const entries = rows.map((row) => row.slice(frame.before))
  if (width < 3 || !whole || !entries.every((row) => row.length === width && row.every(isEntry))) return null
  const labels = frame.before === 1 && frame.header !== null ? rows.map(([label]) => label) : []
  return labels.every((label, i) => label === frame.header![i]) ? { entries, frame } : null
}

/** Whether a table is a square of numbers without labels: it is no edge list, unless somebody says so. */
export function isSquareOfNumbers(source: Source): boolean {
  const square = squareIn(source)
  return square !== null && square.frame.before === 0 && square.frame.header === null
}

/**
 * Three rows at least, as many as numbers in each: all 0 or 1, or with zeros on the diagonal, or labelled at both sides;
 * or four at least that are symmetric.
 */
export function looksLikeMatrix(source: Source): boolean {
  const square = squareIn(source)
  if (square === null) return false
  const { entries, frame } = square
  const values = entries.map((row) => row.map((text) => (isMissing(text) ? 0 : numberIn(text))))
  if (frame.before === 1 && frame.header !== null) return true
  if (values.every((row) => row.every((value) => value === 0 || value === 1))) return true
  if (values.every((row, i) => row[i] === 0)) return true
  const width = values[0]!.length
  return (
    width > 3 && values.length === width && values.every((row, i) => row.every((x, j) => x === values[j]![i]))
  )
}
