import type { Cell } from '../../engine/index.ts'

/** A guess, in milliseconds for a unit of work, until the first cells are done. */
const initialPace = 0.003

interface Bin {
  ms: number
  work: number
}

/**
 * How long cells take, learnt from those that are done. Cells of one algorithm on one family of networks are put into
 * bins by their estimated work, a factor of two wide; each has its own pace, since cost seldom grows just as the
 * estimate does. Between known bins the pace is interpolated, beyond them that of the nearest holds.
 */
export class CostModel {
  readonly #kinds = new Map<string, Map<number, Bin>>()
  readonly #all: Bin = { ms: 0, work: 0 }

  learn(cell: Cell, work: number, ms: number): void {
    const kind = this.#kinds.get(kindOf(cell)) ?? new Map<number, Bin>()
    this.#kinds.set(kindOf(cell), kind)
    const bin = kind.get(binOf(work)) ?? { ms: 0, work: 0 }
    kind.set(binOf(work), bin)
    for (const part of [bin, this.#all]) {
      part.ms += ms
      part.work += work
    }
  }

  /** Whether anything like this cell was done: the same algorithm on the same family. */
  knows(cell: Cell): boolean {
    return this.#kinds.has(kindOf(cell))
  }

  /** Milliseconds for a unit of work in a cell of so much. */
  pace(cell: Cell, work: number): number {
    const kind = this.#kinds.get(kindOf(cell))
    if (kind === undefined) return this.#all.work > 0 ? paceOf(this.#all) : initialPace
    const at = binOf(work)
    const known = [...kind.keys()]
    const below = Math.max(...known.filter((bin) => bin <= at))
    const above = Math.min(...known.filter((bin) => bin >= at))
    if (!Number.isFinite(below)) return paceOf(kind.get(above)!)
    if (!Number.isFinite(above) || above === below) return paceOf(kind.get(below)!)
    const share = (at - below) / (above - below)
    return paceOf(kind.get(below)!) ** (1 - share) * paceOf(kind.get(above)!) ** share
  }
}

export const kindOf = ({ algorithm, topology, timing, evidence }: Cell): string =>
  `${algorithm} ${topology} ${timing} ${evidence}`

export const binOf = (work: number): number => Math.floor(Math.log2(Math.max(1, work)))

/** A clock may show no time at all for a cell. */
const paceOf = ({ ms, work }: Bin): number => Math.max(1e-9, ms / Math.max(1, work))
