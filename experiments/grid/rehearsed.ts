import type { Cell } from '../../engine/index.ts'

/** On fewer processors, many mistakes have no occasion to show. */
const telling = 8

/**
 * The indices of the cells of a grid whose runs are to show mistakes of the authors of algorithms, which takes more
 * time: of each algorithm in each timing that is sampled, the first of the smallest network that is large enough, or of
 * the largest where none is.
 */
export function rehearsedIn(cells: readonly Cell[]): number[] {
  const chosen = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    if (cell.evidence !== undefined) continue
    const key = `${cell.timing} ${cell.algorithm}`
    const known = chosen.get(key)
    if (known === undefined || isBetter(cell.n, cells[known]!.n)) chosen.set(key, index)
  }
  return [...chosen.values()]
}

/** Whether a size is better than another. */
const isBetter = (n: number, other: number): boolean =>
  other < telling ? n > other : n >= telling && n < other
