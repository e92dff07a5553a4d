import type { FinishedCell, Row, UntilCi } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import type { Cells } from '../grid/cells.ts'
import { type Cost, costOf } from './cost.ts'
import { replicatesWanted } from './enough.ts'

/** The cells that are finished, by their index in the grid. */
interface Finished {
  has(index: number): boolean
  read(index: number): FinishedCell
}

/** The replicates of one point of the grid. */
interface Group {
  readonly first: number
  /** By replicate, of those that are wanted so far; undefined until it is finished. */
  readonly costs: (Cost | undefined)[]
  finished: number
}

/**
 * Which cells of a grid are to run: all, or, where replicates are added on request, of each sampled group as many
 * replicates as it takes. That is decided whenever all that are wanted so far are finished, from these alone, so that
 * neither the order of finishing nor an interruption can change it.
 */
export class Replication {
  /** Cells that are wanted and not finished. */
  left = 0
  readonly #rule: UntilCi | null
  readonly #most: number
  readonly #recorded: Finished
  readonly #groups = new Map<number, Group>()
  readonly #sampled: number

  /** For the cells of a grid; `recorded` has those that are finished. */
  constructor(
    { untilCi, replicates }: Pick<Experiment, 'untilCi' | 'replicates'>,
    cells: Cells,
    recorded: Finished,
  ) {
    this.#rule = untilCi
    this.#most = replicates
    this.#recorded = recorded
    this.#sampled = cells.length
    for (const { index, cell } of cells.points())
      if (cell.evidence !== undefined) this.#sampled = Math.min(this.#sampled, index)
  }

  /** Those of some cells, given by index, that are to run now. */
  begin(indices: Iterable<number>): number[] {
    const rule = this.#rule
    const wanted: number[] = []
    for (const index of indices)
      if (rule === null || index >= this.#sampled) this.#recorded.has(index) || wanted.push(index)
      else if (index % this.#most === 0) wanted.push(...this.#extend(this.#groupAt(index), rule.least))
    this.left += wanted.length
    return wanted
  }

  /** Those that are to run because these, which are recorded, are finished. */
  note(finished: readonly FinishedCell[]): number[] {
    this.left -= finished.length
    const rule = this.#rule
    if (rule === null) return []
    const wanted = finished
      .filter(({ index }) => index < this.#sampled)
      .flatMap(({ index, row }) => {
        const group = this.#groupAt(index - (index % this.#most))
        enter(group, index, row)
        return this.#more(group, rule)
      })
    this.left += wanted.length
    return wanted
  }

  #groupAt(first: number): Group {
    const group = this.#groups.get(first) ?? { first, costs: [], finished: 0 }
    this.#groups.set(first, group)
    return group
  }

  /** Wants so many replicates of a group; those that are to run. */
  #extend(group: Group, count: number): number[] {
    const missing: number[] = []
    for (let replicate = group.costs.length; replicate < Math.min(count, this.#most); replicate++) {
      const index = group.first + replicate
      group.costs.push(undefined)
      if (this.#recorded.has(index)) enter(group, index, this.#recorded.read(index).row)
      else missing.push(index)
    }
    return missing.length > 0 ? missing : this.#more(group, this.#rule!)
  }

  /** What is to run of a group once all that was wanted of it is finished. */
  #more(group: Group, rule: UntilCi): number[] {
    if (group.finished < group.costs.length) return []
    const wanted = replicatesWanted(group.costs as Cost[], rule, this.#most)
    if (wanted > group.costs.length) return this.#extend(group, wanted)
    // What is known of a group that has enough is needed no more.
    this.#groups.delete(group.first)
    return []
  }
}

function enter(group: Group, index: number, row: Row): void {
  group.costs[index - group.first] = costOf(row)
  group.finished++
}
