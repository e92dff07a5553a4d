import { unpack, type Value } from '../data/columns.ts'
import { fillTemplate } from '../data/commands.ts'
import type { PageData } from '../data/page-data.ts'

/** A row of runs.csv as far as the page knows it. */
export type KnownRun = Readonly<Record<string, Value>>

/** The rows of the page. */
export class Runs {
  readonly data: PageData
  readonly #columns: readonly (readonly [string, readonly Value[]])[]
  readonly #places: ReadonlyMap<number, number>

  constructor(data: PageData) {
    this.data = data
    this.#columns = Object.entries(data.columns).map(([name, packed]) => [name, unpack(packed)])
    const numbers = this.#columns.find(([name]) => name === 'row')?.[1] ?? []
    this.#places = new Map(numbers.map((number, place) => [Number(number), place]))
  }

  at(place: number): KnownRun {
    return Object.fromEntries(this.#columns.map(([name, values]) => [name, values[place]!]))
  }

  /** The row with this number in runs.csv; null if the page does not know it. */
  numbered(row: number): KnownRun | null {
    const place = this.#places.get(row)
    return place === undefined ? null : this.at(place)
  }

  /** What people call the value of a parameter, and the parameter. */
  label(dimension: string, run: KnownRun): { readonly title: string; readonly value: string } {
    const { title, values } = this.data.labels[dimension]!
    const spec = String(dimension === 'delay' ? (run.delay ?? run.timing) : (run[dimension] ?? ''))
    return { title, value: values[spec] ?? spec }
  }
}

/** The command that runs it again. */
export function commandOf(run: KnownRun): string {
  const { n, seed, row } = run as { n: number; seed: number; row: number }
  return fillTemplate(String(run.command), { n, seed, row })
}
