import type { AnyAlgorithm, Claims } from '../../engine/index.ts'

/** What algorithms of all models say of themselves. */
interface Described {
  readonly name: string
  readonly title?: string
  readonly summary?: string
  readonly source?: string
  readonly remarks?: string
}

/** What rows have of an algorithm: claims about their columns, and these. */
interface OfRows {
  readonly claims: Claims
  /** By name, what they hold. */
  readonly columns: Readonly<Record<string, string>>
}

/**
 * Algorithms that pass no messages, as grids, tables and reports see them: a name, and claims about columns of rows.
 * `runCell` runs what is inside.
 */
export class Shells<Inside extends Described> {
  readonly #ofRows: (inside: Inside) => OfRows
  readonly #shells = new WeakMap<Inside, AnyAlgorithm>()
  readonly #insides = new WeakMap<object, Inside>()

  constructor(ofRows: (inside: Inside) => OfRows) {
    this.#ofRows = ofRows
  }

  /** The shell of an algorithm, always the same. */
  of(inside: Inside): AnyAlgorithm {
    const known = this.#shells.get(inside)
    if (known !== undefined) return known
    const { name, title, summary, source, remarks } = inside
    const { claims, columns } = this.#ofRows(inside)
    const shell: AnyAlgorithm = {
      name,
      ...(title !== undefined && { title }),
      ...(summary !== undefined && { summary }),
      ...(source !== undefined && { source }),
      ...(remarks !== undefined && { remarks }),
      requires: {},
      terminates: true,
      initially: () => ({}),
      uponReceiving: {},
      claims,
      columns: Object.fromEntries(
        Object.entries(columns).map(([column, description]) => [
          column,
          { description, read: () => Number.NaN },
        ]),
      ),
    }
    this.#shells.set(inside, shell)
    this.#insides.set(shell, inside)
    return shell
  }

  /** What is in a shell; null if it is none of these. */
  in(shell: AnyAlgorithm): Inside | null {
    return this.#insides.get(shell) ?? null
  }
}
