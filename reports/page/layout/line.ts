import { fixed, type Layout } from './layout.ts'

/** As many as still can be told apart in one line. */
const inOneLine = 24

/** A path in the order of its processors; a long one goes to and fro, like oxen that plough. */
export function line(n: number): Layout {
  const width = n <= inOneLine ? n : Math.ceil(Math.sqrt(1.6 * n))
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  for (let p = 0; p < n; p++) {
    const row = Math.floor(p / width)
    const column = p % width
    x[p] = row % 2 === 0 ? column : width - 1 - column
    y[p] = row
  }
  return fixed(x, y)
}
