import { type Cell, InputError } from '../../engine/index.ts'
import type { FinishedCell } from '../cell/index.ts'
import { cellOf, type Row } from '../cell/index.ts'
import type { Cells } from '../grid/cells.ts'

/** A result, and where it is from. */
interface Collected {
  readonly finished: FinishedCell
  readonly source: string
}

/**
 * Results that come from several places, by cell. The first for a cell counts. A second must say the same: a run is a
 * pure function of its cell, so that results which differ mean that something is wrong with a machine or its code.
 */
export class Collection {
  readonly #cells: Cells
  readonly #results: (Collected | undefined)[]

  /** For the cells of a grid, in its order. */
  constructor(cells: Cells) {
    this.#cells = cells
    this.#results = new Array(cells.length)
  }

  has(index: number): boolean {
    return this.#results[index] !== undefined
  }

  /**
   * Takes a result; false if the cell has one already. Throws an InputError that names the cell and the sources if the
   * two differ, or if the result is about no cell of the grid.
   */
  add(finished: FinishedCell, source: string): boolean {
    const { index, row } = finished
    const cell = this.#cells.at(index)
    assertRowOf(row, cell, source)
    const earlier = this.#results[index]
    if (earlier === undefined) {
      this.#results[index] = { finished, source }
      return true
    }
    assertAgree(earlier.finished.row, row, `${earlier.source} and ${source}`)
    return false
  }

  /** In grid order. */
  get finished(): FinishedCell[] {
    return this.#results.flatMap((result) => (result === undefined ? [] : [result.finished]))
  }
}

/** A cell in words. */
export function describeCell(cell: Cell): string {
  const {
    algorithm,
    timing,
    topology,
    n,
    delay,
    wakeup,
    inputs,
    weights,
    clocks,
    workload,
    faults,
    f,
    replicate,
    evidence,
  } = cell
  const parts = [
    `${algorithm} on ${topology}`,
    ...(n === 0 ? [] : [`n = ${n}`]),
    ...(evidence === undefined ? [] : [evidence]),
    delay === null ? timing : `delay ${delay}`,
    `wake-up ${wakeup}`,
    `inputs ${inputs}`,
    ...(weights === undefined ? [] : [`weights ${weights}`]),
    ...(clocks === undefined ? [] : [`clocks ${clocks}`]),
    ...(workload === undefined ? [] : [`workload ${workload}`]),
    ...(faults === 'none' ? [] : [`faults ${faults}`]),
    ...(f === undefined ? [] : [`f = ${f}`]),
    `replicate ${replicate}`,
  ]
  return parts.join(', ')
}

/** Throws an InputError unless a row is about the cell of its sweep that it is given for. */
function assertRowOf(row: Row, cell: Cell | undefined, source: string): asserts cell is Cell {
  if (isRowOf(row, cell)) return
  throw new InputError(
    `${source}: a result is about ${describeCell(cellOf(row))}, which is not of this sweep`,
  )
}

/** Whether a row is about a cell; where the cell leaves its size to a file, so does this. No row is about no cell. */
export function isRowOf(row: Row, cell: Cell | undefined): cell is Cell {
  if (cell === undefined) return false
  const found = cellOf(row)
  const keys = Object.keys({ ...cell, ...found }) as (keyof Cell)[]
  return keys.every((key) => found[key] === cell[key] || (key === 'n' && cell.n === 0))
}

/** What only a machine has ended, for lack of time or memory, may end otherwise on another. */
const endedByMachine = ({ outcome, m }: Row): boolean =>
  m === null && (outcome === 'failed' || outcome === 'budget')

/**
 * Throws an InputError if two results of one cell say different things; `sources` is where they are from. One that was
 * ended for lack of time or memory contradicts nothing.
 */
export function assertAgree(first: Row, second: Row, sources: string): void {
  if (endedByMachine(first) || endedByMachine(second)) return
  if (JSON.stringify(first) === JSON.stringify(second)) return
  throw new InputError(
    `${sources} contradict each other about ${describeCell(cellOf(first))}: ` +
      `${differences(first, second)}; the same run must give the same result everywhere`,
  )
}

/** The first column in which two rows differ, with both values. */
function differences(a: Row, b: Row): string {
  const [first, second] = [
    { ...a, ...a.extra },
    { ...b, ...b.extra },
  ] as Record<string, unknown>[]
  const columns = Object.keys({ ...first, ...second }).filter((column) => column !== 'extra')
  const text = (row: typeof first, column: string) => JSON.stringify(row![column] ?? null)
  const column = columns.find((name) => text(first, name) !== text(second, name))
  if (column === undefined) return 'their columns stand in another order'
  return `${column} is ${text(first, column)} and ${text(second, column)}`
}
