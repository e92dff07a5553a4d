import { closeSync, openSync, readSync } from 'node:fs'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, Row } from '../cell/index.ts'
import { assertAgree } from './collection.ts'
import type { Place } from './log.ts'
import { unsealed } from './log-line.ts'
import { Tally } from './tally.ts'

/**
 * The cells that stand in a log, by their index in the grid. Rows stay on disk: what is kept of each is its place, so
 * that a sweep of a million cells takes no more memory at its end than at its beginning.
 */
export class Recorded {
  readonly tally = new Tally()
  readonly #path: string
  /** By index, where the line begins; 0, where the header stands, for cells that are not there. */
  readonly #offsets: Float64Array
  readonly #lengths: Uint32Array
  #file: number | null = null

  /** The cells of the log at `path`, of a grid of so many. */
  constructor(path: string, cells: number) {
    this.#path = path
    this.#offsets = new Float64Array(cells)
    this.#lengths = new Uint32Array(cells)
  }

  has(index: number): boolean {
    return this.#offsets[index]! > 0
  }

  note(cell: FinishedCell, { offset, length }: Place): void {
    this.#offsets[cell.index] = offset
    this.#lengths[cell.index] = length
    this.tally.note(cell)
  }

  /** Reads a cell that is there. */
  read(index: number): FinishedCell {
    this.#file ??= openSync(this.#path, 'r')
    const line = Buffer.allocUnsafe(this.#lengths[index]!)
    readSync(this.#file, line, 0, line.length, this.#offsets[index]!)
    const cell = unsealed(line)
    if (cell === undefined)
      throw new InputError(`${this.#path} was changed while it was in use; run again with --resume`)
    return cell as FinishedCell
  }

  /** All that are there, in grid order. */
  *inOrder(): Generator<FinishedCell> {
    for (let index = 0; index < this.#offsets.length; index++) if (this.has(index)) yield this.read(index)
  }

  /** The rows of all that are there, in grid order. */
  rows(): Row[] {
    const rows = Array.from(this.inOrder(), ({ row }) => row)
    this.close()
    return rows
  }

  /**
   * Whether a cell is new. The first result of a cell counts; another one that says the same is none. An InputError
   * if it says something else.
   */
  isNew(cell: FinishedCell): boolean {
    if (!this.has(cell.index)) return true
    assertAgree(this.read(cell.index).row, cell.row, 'two results')
    return false
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}
