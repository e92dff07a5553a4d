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
 * estimate does. Between known bins the pace is interpolated; above them it goes on as it went through the last ones, below
 * them that of the nearest holds.
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
    if (above === below) return paceOf(kind.get(below)!)
    if (!Number.isFinite(above)) return beyond(kind, known, at)
    const share = (at - below) / (above - below)
    return paceOf(kind.get(below)!) ** (1 - share) * paceOf(kind.get(above)!) ** share
  }
}

/** From so many of the largest known bins it is told how the pace goes on. */
const trendBins = 4
/** Time grows with the estimate to some power between these and one more. */
const [leastTrend, mostTrend] = [-0.75, 1]

/** The pace above all known bins, by the line through the logarithms of the last ones. */
function beyond(kind: ReadonlyMap<number, Bin>, known: readonly number[], at: number): number {
  const last = [...known].sort((a, b) => a - b).slice(-trendBins)
  const paces = last.map((bin) => Math.log2(paceOf(kind.get(bin)!)))
  const [x, y] = [last, paces].map((values) => values.reduce((a, b) => a + b) / values.length)
  const spread = last.reduce((sum, bin) => sum + (bin - x!) ** 2, 0)
  const slope =
    spread === 0 ? 0 : last.reduce((sum, bin, i) => sum + (bin - x!) * (paces[i]! - y!), 0) / spread
  return 2 ** (y! + Math.min(mostTrend, Math.max(leastTrend, slope)) * (at - x!))
}

export const kindOf = ({ algorithm, topology, timing, evidence }: Cell): string =>
  `${algorithm} ${topology} ${timing} ${evidence}`

export const binOf = (work: number): number => Math.floor(Math.log2(Math.max(1, work)))

/** A clock may show no time at all for a cell. */
const paceOf = ({ ms, work }: Bin): number => Math.max(1e-9, ms / Math.max(1, work))
