import type { IndexedCell } from '../cell/index.ts'

/** Rough figures: what a unit of estimated work takes, and what each cell takes besides. */
const msPerWork = 0.0003
const msPerCell = 0.2
/** What a batch should take at most: long beside the cost of a job, short beside the loss when a worker dies. */
const longestMs = 2000
/** A sweep is cut into so many batches at least, so that there is something for every worker. */
const fewest = 64
const mostCells = 500

/**
 * Cuts cells into batches, the costly ones first. Where a batch ends depends on the estimated work of the cells of the whole grid alone,
 * not on which cells are left, so that a sweep which is resumed cuts them as before.
 */
export function cutIntoBatches(cells: readonly IndexedCell[], works: Float64Array): IndexedCell[][] {
  const costs = works.map((work) => msPerCell + msPerWork * work)
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  const most = Math.min(longestMs, total / fewest)
  const numbers = new Uint32Array(costs.length)
  let number = 0
  let count = 0
  let ms = 0
  for (const [index, cost] of costs.entries()) {
    if (count > 0 && (ms + cost > most || count === mostCells)) {
      number++
      count = 0
      ms = 0
    }
    numbers[index] = number
    count++
    ms += cost
  }
  const batches = new Map<number, { number: number; cells: IndexedCell[]; ms: number }>()
  for (const cell of cells) {
    const number = numbers[cell.index]!
    const batch = batches.get(number) ?? { number, cells: [], ms: 0 }
    batches.set(number, batch)
    batch.cells.push(cell)
    batch.ms += costs[cell.index]!
  }
  return [...batches.values()].sort((a, b) => b.ms - a.ms || a.number - b.number).map((batch) => batch.cells)
}
