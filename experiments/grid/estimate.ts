import {
  applicableClaims,
  type Cell,
  type Claim,
  channelsOf,
  formulaValue,
  quantities,
  quantitiesOf,
} from '../../engine/index.ts'
import type { WorstCases } from '../cell/index.ts'
import type { Cells } from './cells.ts'
import { combinationOf, type Sample, type Samples } from './preflight.ts'

/** What a cell will cost, roughly. It decides what runs when, never a result. */
export interface Estimate {
  readonly messages: number
  /** Of the order of the elementary steps: channels to build, messages to deliver. */
  readonly work: number
}

/** Estimates for the cells of a grid: the same for all replicates of a point. */
export class Estimates {
  /** The sum over all cells. */
  readonly messages: number
  readonly #cells: Pick<Cells, 'pointOf'>
  readonly #byPoint: readonly Estimate[]

  constructor(cells: Cells, estimateOf: (cell: Cell) => Estimate) {
    const points = [...cells.points()]
    this.#cells = cells
    this.#byPoint = points.map(({ cell }) => estimateOf(cell))
    this.messages = points.reduce(
      (sum, { replicates }, number) => sum + replicates * this.#byPoint[number]!.messages,
      0,
    )
  }

  /** That of the cell with an index. */
  of(index: number): Estimate {
    return this.#byPoint[this.#cells.pointOf(index)]!
  }
}

/**
 * Estimates for all cells, from the claims of the algorithms and the smallest member of each combination: m from
 * the family or growing with n, every other quantity growing with n.
 */
export function estimateCells(cells: Cells, samples: Samples, worstCases: WorstCases): Estimates {
  const known = new Map<string, Estimate>()
  return new Estimates(cells, (cell) => {
    const combination = combinationOf(cell)
    const key = `${cell.n} ${combination}`
    const found = known.get(key) ?? estimateCell(cell, samples.get(combination), worstCases)
    known.set(key, found)
    return found
  })
}

/** Where there is no network, the steps of a run grow about as fast as the processors meet each other. */
const estimateCell = (cell: Cell, sample: Sample | undefined, worstCases: WorstCases): Estimate =>
  sample === undefined
    ? sharedRuns(cell, 20 * cell.n ** 2, worstCases)
    : allRuns(cell, estimate(cell, sample), worstCases)

/** On shared memory there are three measures to search for, and configurations that grow exponentially with n. */
function sharedRuns({ evidence, n }: Cell, work: number, { searched, exact }: WorstCases): Estimate {
  if (evidence === 'searched') return { messages: 0, work: 3 * searched!.runs * work }
  if (evidence === 'exact') return { messages: 0, work: n * Math.min(exact!.states, 20 ** n) }
  return { messages: 0, work }
}

/** A worst case takes many runs: those of the adversary for each measure, or about one for each state. */
function allRuns(
  { evidence }: Cell,
  { messages, work }: Estimate,
  { searched, exact }: WorstCases,
): Estimate {
  // Each level of the construction is tried both ways before it is taken.
  if (evidence === 'forced') return { messages: 3 * messages, work: 3 * work }
  if (evidence === undefined) return { messages, work }
  if (evidence === 'searched') {
    const runs = 2 * searched!.runs
    return { messages: runs * messages, work: runs * work }
  }
  // Schedules grow exponentially with the messages; how fast depends on the algorithm.
  const states = Math.min(exact!.states, 2 ** Math.min(messages, 50))
  return { messages: states, work: 10 * states }
}

/** How the kinds of claims rank as predictions of what a run will cost. */
const ranking: readonly Claim['kind'][] = [
  'exactly',
  'expected',
  'expected at most',
  'at most',
  'order',
  'at least',
]

function estimate(cell: Cell, sample: Sample): Estimate {
  const { instance, setting } = sample
  const growth = cell.n === 0 ? 1 : cell.n / instance.network.n
  const n = growth * instance.network.n
  const m = channels(cell, sample, growth)
  const predicted = (claim: Claim): number => {
    const known = quantitiesOf(claim, setting, quantities(setting))
    return formulaValue(claim.formula, (name) => (name === 'n' ? n : name === 'm' ? m : growth * known(name)))
  }
  const claims = applicableClaims(sample.algorithm, setting)
    .filter(({ measure }) => measure === 'messages')
    .map(({ claim }) => claim)
    .sort((a, b) => ranking.indexOf(a.kind) - ranking.indexOf(b.kind))
  const messages = claims.map(predicted).find((value) => value >= 0 && Number.isFinite(value)) ?? 2 * m
  return { messages, work: n + m + messages }
}

function channels(cell: Cell, sample: Sample, growth: number): number {
  return channelsOf(cell.topology, cell.n) ?? growth * sample.instance.network.m
}
