import type { IndexedCell } from '../cell/index.ts'

/** On fewer processors, many mistakes have no occasion to show. */
const telling = 8

/**
 * The indices of those cells whose runs are to show mistakes of the authors of algorithms, which takes more
 * time: of each algorithm in each timing that is sampled, the first of the smallest network that is large enough, or of
 * the largest where none is.
 */
export function rehearsedIn(cells: Iterable<IndexedCell>): number[] {
  const chosen = new Map<string, IndexedCell>()
  for (const point of cells) {
    const { cell } = point
    if (cell.evidence !== undefined) continue
    const key = `${cell.timing} ${cell.algorithm}`
    const known = chosen.get(key)
    if (known === undefined || isBetter(cell.n, known.cell.n)) chosen.set(key, point)
  }
  return Array.from(chosen.values(), ({ index }) => index)
}

/** Whether a size is better than another. */
const isBetter = (n: number, other: number): boolean =>
  other < telling ? n > other : n >= telling && n < other
