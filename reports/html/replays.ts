import type { Row } from '../../experiments/cell/index.ts'
import type { Markup } from '../markup.ts'
import type { Results } from '../statistics/groups.ts'
import { commandLine } from './command-line.ts'

/** The commands that run rows again. It notes for which rows there is one, since the page must know these rows. */
export class Replays {
  readonly rows = new Set<Row>()
  readonly #numbers: ReadonlyMap<Row, number>
  readonly #command: (row: Row) => string

  constructor({ numbers }: Results, command: (row: Row) => string) {
    this.#numbers = numbers
    this.#command = command
  }

  /** The number of a row in runs.csv, counted from 1. */
  numberOf(row: Row): number {
    return this.#numbers.get(row)!
  }

  textOf(row: Row): string {
    return this.#command(row)
  }

  /** The command as it stands in the page, where the script puts a button beside it. */
  markup(row: Row): Markup {
    this.rows.add(row)
    return commandLine(this.#command(row), this.numberOf(row))
  }
}
