import { type Cell, parseInputs, topologies, wakeUps } from '../../engine/index.ts'
import { flatRow, type Row } from '../cell/index.ts'

/** A run that goes wrong in the same way as another, and how many runs it took to find it. */
export interface Shrunk {
  readonly cell: Cell
  readonly row: Row
  readonly runs: number
}

/** No search runs more often; each of its runs is no larger than the one that it starts from. */
const runsMax = 500

/**
 * Looks for a small run that goes wrong as a given one does: fewer processors, a simpler network, simpler delays and
 * wake-ups, other seeds where the given one no longer fails. Greedy: whatever is simpler and still fails is where it
 * goes on. `run` must give the row of a cell.
 */
export function shrink(cell: Cell, row: Row, run: (cell: Cell) => Row): Shrunk {
  const symptom = symptomOf(row)
  let best = { cell, row }
  let runs = 0
  const improve = (): boolean => {
    for (const candidate of simpler(best.cell))
      for (const seed of [best.cell.seed, 1, 2, 3, 4, 5]) {
        if (runs === runsMax) return false
        runs++
        const tried = { ...candidate, seed }
        const found = run(tried)
        if (symptomOf(found) !== symptom) continue
        best = { cell: tried, row: found }
        return true
      }
    return false
  }
  while (improve());
  return { ...best, runs }
}

/** What goes wrong in a run: the outcome with the property that fails, and the measures whose claims do. */
export function symptomOf(row: Row): string {
  // An instance that could not be built, or on which the algorithm may not run, tells nothing of the algorithm.
  if (row.messages === null) return 'not run'
  const property = row.outcome === 'violated' ? row.detail?.split(':')[0] : ''
  const claims = Object.entries(flatRow(row)).filter(
    ([name, value]) => name.endsWith('_verdict') && value === 'violated',
  )
  return [row.outcome, property, ...claims.map(([name]) => name)].join(' ')
}

/** Cells that are simpler, the simplest first. Inputs given as lists are for one number of processors. */
function* simpler(cell: Cell): Generator<Cell> {
  const { entry } = topologies.parse(cell.topology)
  const listed =
    parseInputs(cell.inputs).namesProcessors || wakeUps.parse(cell.wakeup).entry.namesProcessors === true
  if (!entry.fixedSize && !listed)
    for (const n of new Set([cell.n >> 1, cell.n - (cell.n >> 2), cell.n - 1]))
      if (n >= 1 && n < cell.n) yield { ...cell, n }
  const rank = networks.indexOf(cell.topology)
  const n = cell.n === 0 ? 16 : cell.n
  if (!listed)
    for (const topology of networks.slice(0, rank < 0 ? networks.length : rank))
      yield { ...cell, topology, n }
  if (cell.delay !== null && cell.delay !== 'constant') yield { ...cell, delay: 'constant' }
  if (cell.delay !== null && cell.delay !== 'constant' && cell.delay !== 'uniform')
    yield { ...cell, delay: 'uniform' }
  if (cell.wakeup !== 'all') yield { ...cell, wakeup: 'all' }
}

/** From the simplest on. */
const networks = ['path', 'ring', 'complete']
