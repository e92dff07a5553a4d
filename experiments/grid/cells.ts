import { type Cell, deriveSeed, type Evidence, runsInRoundsOnly } from '../../engine/index.ts'
import { type IndexedCell, type Point, worstSizes } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import { allPoints, type Grid, pointsOf } from './points.ts'

/**
 * All cells of an experiment: those that are sampled, then those whose worst case is searched for, then those on which
 * the proof of a lower bound is carried out, then those whose worst case is found exactly. Each part is in the order of
 * nested loops, the last the fastest: algorithm, timing, topology, n, delay, wake-up, inputs, clocks, workload, faults, weights, replicate; each
 * in the order of its list. Of lists that are zipped, the items at the same place go together; points that do not
 * satisfy `where` are left out.
 *
 * An algorithm that runs in rounds only has no asynchronous cells, and so no worst cases.
 *
 * In the synchronous timing there are no delays, so each point stands there once, without delays; and so it is for worst
 * cases, where an adversary chooses what happens next. A topology that is read from a file has its own size, so it
 * stands there once, with n = 0. The seed depends on the root seed, the topology, n and the replicate alone: another
 * size or algorithm more changes no other cell.
 */
export function cellsOf(experiment: Grid): Cells {
  const { searched, forced, exact, replicates, except = [] } = experiment.worstCases
  const algorithms = experiment.algorithms.filter(({ name }) => !except.includes(name))
  const worst = { ...experiment, algorithms, timings: ['asynchronous'] as const, delays: [null], replicates }
  const part = (sizes: readonly number[], evidence: Exclude<Evidence, 'sampled'>): Block => ({
    points: pointsOf({ ...worst, sizes }),
    replicates,
    evidence,
  })
  return new Cells(experiment.seed, [
    { points: pointsOf(experiment), replicates: experiment.replicates },
    ...(searched === null ? [] : [part(searched.sizes, 'searched')]),
    ...(forced === null ? [] : [part(forced.sizes, 'forced')]),
    ...(exact === null ? [] : [part(exact.sizes, 'exact')]),
  ])
}

/** The points of one kind of evidence. */
interface Block {
  readonly points: readonly Point[]
  readonly replicates: number
  readonly evidence?: Exclude<Evidence, 'sampled'>
}

/** The replicates of one point: cells from `first` on. */
interface Replicates {
  readonly first: number
  readonly point: Point
  readonly evidence: Block['evidence']
}

/** The cells of a grid, in its order. Each is made when it is asked for: a million would fill hundreds of megabytes. */
export class Cells implements Iterable<Cell> {
  readonly length: number
  readonly #seed: number
  readonly #points: readonly Replicates[]

  constructor(seed: number, blocks: readonly Block[]) {
    this.#seed = seed
    let first = 0
    this.#points = blocks.flatMap(({ points, replicates, evidence }) =>
      points.map((point) => {
        first += replicates
        return { first: first - replicates, point, evidence }
      }),
    )
    this.length = first
  }

  /** The cell with an index; undefined if there is none. */
  at(index: number): Cell | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) return undefined
    const { point, first, evidence } = this.#points[this.pointOf(index)]!
    const replicate = index - first
    return {
      algorithm: point.algorithm,
      timing: point.timing,
      topology: point.topology,
      n: point.n,
      delay: point.delay,
      wakeup: point.wakeup,
      faults: point.faults,
      inputs: point.inputs,
      ...(point.weights !== undefined && { weights: point.weights }),
      ...(point.clocks !== undefined && { clocks: point.clocks }),
      ...(point.workload !== undefined && { workload: point.workload }),
      ...(point.f !== undefined && { f: point.f }),
      replicate,
      seed: deriveSeed(this.#seed, point.topology, point.n, replicate),
      ...(evidence !== undefined && { evidence }),
    }
  }

  /** The number of the point of which a cell is a replicate. */
  pointOf(index: number): number {
    let low = 0
    let high = this.#points.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#points[middle]!.first <= index) low = middle
      else high = middle
    }
    return low
  }

  /** The first cell of each point, with how many there are. */
  *points(): Generator<IndexedCell & { readonly replicates: number }> {
    for (const [number, { first }] of this.#points.entries()) {
      const next = this.#points[number + 1]?.first ?? this.length
      yield { index: first, cell: this.at(first)!, replicates: next - first }
    }
  }

  /** By cell, its number of processors. */
  sizes(): Float64Array {
    const sizes = new Float64Array(this.length)
    for (const { index, cell, replicates } of this.points()) sizes.fill(cell.n, index, index + replicates)
    return sizes
  }

  *[Symbol.iterator](): Generator<Cell> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!
  }
}

/** What of the grid is left out, and why, in words; empty if nothing is. */
export function leftOut(experiment: Experiment): string[] {
  return [...leftOutByWhere(experiment), ...leftOutByRounds(experiment)]
}

function leftOutByWhere(experiment: Experiment): string[] {
  const { where = [] } = experiment
  if (where.length === 0) return []
  const all = allPoints(experiment).length
  const gone = all - pointsOf(experiment).length
  return gone === 0
    ? [`all points of the grid satisfy ${where.join(' and ')}`]
    : [`${gone} of ${all} points of the grid are left out: those where ${where.join(' and ')} does not hold`]
}

/** What is left out because no algorithm could run there. */
function leftOutByRounds({ algorithms, timings, worstCases }: Experiment): string[] {
  if (!timings.includes('asynchronous')) return []
  const { except = [] } = worstCases
  const worst = worstSizes(worstCases).length > 0
  return algorithms.filter(runsInRoundsOnly).map(({ name }) => {
    const what =
      worst && !except.includes(name) ? 'asynchronous cells and its worst cases' : 'asynchronous cells'
    return `${name} runs in rounds only; its ${what} are left out`
  })
}
