import type { FinishedCell } from '../cell/index.ts'
import { isFailure, isViolation, optionalColumns, type Row } from '../cell/index.ts'

/** What has come of the cells so far, whatever their number. */
export class Tally {
  cells = 0
  messages = 0
  /** Rows that kept all claims that they could be held to, about whatever measure; at least one. */
  held = 0
  readonly outcomes: Partial<Record<Row['outcome'], number>> = {}
  readonly violations: FinishedCell[] = []
  readonly failures: FinishedCell[] = []
  /** Of these, the ones that the machine has ended. */
  troubled = 0
  /** By its columns, the first row in grid order that has just these of the algorithms' own. */
  readonly #shapes = new Map<string, { first: number; readonly columns: readonly string[] }>()

  note(cell: FinishedCell): void {
    const { index, row } = cell
    this.cells++
    this.messages += row.messages ?? 0
    this.outcomes[row.outcome] = (this.outcomes[row.outcome] ?? 0) + 1
    if (keptClaims(row)) this.held++
    if (isViolation(row)) this.violations.push(cell)
    if (isFailure(row)) this.failures.push(cell)
    if (cell.trouble) this.troubled++
    const columns = [...optionalColumns.filter((name) => row[name] !== undefined), ...Object.keys(row.extra)]
    const key = columns.join('\n')
    const shape = this.#shapes.get(key)
    if (shape === undefined) this.#shapes.set(key, { first: index, columns })
    else shape.first = Math.min(shape.first, index)
  }

  /** The algorithms' own columns, in the order of their first appearance in the grid. */
  get ownColumns(): string[] {
    const shapes = [...this.#shapes.values()].sort((a, b) => a.first - b.first)
    return [...new Set(shapes.flatMap(({ columns }) => columns))]
  }
}

function keptClaims({ verdicts }: Row): boolean {
  return (
    verdicts.some(({ verdict }) => verdict === 'held') &&
    !verdicts.some(({ verdict }) => verdict === 'violated')
  )
}

/** Their rows, in grid order. */
export function rowsOf(cells: readonly FinishedCell[]): Row[] {
  return [...cells].sort((a, b) => a.index - b.index).map(({ row }) => row)
}
