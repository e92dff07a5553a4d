import type { IndexedCell } from '../cell/index.ts'
import type { Estimate } from '../grid/estimate.ts'
import { domainOf } from './domain.ts'
import type { Remainder } from './remainder.ts'
import { Schedule } from './schedule.ts'

/** A schedule for each domain, so that a batch has cells of one domain only. */
export class Schedules {
  readonly #modules: Readonly<Record<string, string>>
  readonly #schedules = new Map<string, Schedule>()

  constructor(
    modules: Readonly<Record<string, string>>,
    cells: readonly IndexedCell[],
    estimates: readonly Estimate[],
  ) {
    this.#modules = modules
    this.add(cells, estimates)
  }

  /** More cells that are to run. */
  add(cells: readonly IndexedCell[], estimates: readonly Estimate[]): void {
    const byDomain = new Map<string, IndexedCell[]>()
    for (const item of cells) {
      const domain = domainOf(item.cell, this.#modules)
      const group = byDomain.get(domain)
      if (group === undefined) byDomain.set(domain, [item])
      else group.push(item)
    }
    for (const [domain, group] of byDomain) {
      const schedule = this.#schedules.get(domain)
      if (schedule === undefined) this.#schedules.set(domain, new Schedule(group, estimates))
      else schedule.add(group, estimates)
    }
  }

  /**
   * The next batch for one of so many workers, of the domain that it last ran if there is anything left of that: another
   * one needs another process. Empty when every cell was handed out.
   */
  next(workers: number, last: string): { readonly domain: string; readonly batch: IndexedCell[] } {
    for (const domain of [last, ...this.#schedules.keys()]) {
      const batch = this.#schedules.get(domain)?.next(workers) ?? []
      if (batch.length > 0) return { domain, batch }
    }
    return { domain: last, batch: [] }
  }

  finished(index: number, ms: number): void {
    for (const schedule of this.#schedules.values()) if (schedule.finished(index, ms)) return
  }

  /** What is not finished, and how many seconds so many workers will take for it. */
  left(workers: number): Remainder {
    const all = [...this.#schedules.values()].map((schedule) => schedule.left(workers))
    return {
      cells: all.reduce((sum, { cells }) => sum + cells, 0),
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
    }
  }
}
