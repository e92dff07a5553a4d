import type { IndexedCell } from '../cell/index.ts'
import { domainOf } from './domain.ts'
import type { JobSource } from './job.ts'
import type { Remainder } from './remainder.ts'
import { Schedule } from './schedule.ts'

/** A schedule for each domain, so that a batch has cells of one domain only. */
export class Schedules {
  readonly #modules: Readonly<Record<string, string>>
  readonly #source: JobSource
  readonly #schedules = new Map<string, Schedule>()

  constructor(modules: Readonly<Record<string, string>>, source: JobSource, indices: readonly number[]) {
    this.#modules = modules
    this.#source = source
    this.add(indices)
  }

  /** More cells that are to run. */
  add(indices: readonly number[]): void {
    const byDomain = new Map<string, number[]>()
    for (const index of indices) {
      const domain = domainOf(this.#source.cell(index), this.#modules)
      const group = byDomain.get(domain)
      if (group === undefined) byDomain.set(domain, [index])
      else group.push(index)
    }
    for (const [domain, group] of byDomain) {
      const schedule = this.#schedules.get(domain)
      if (schedule === undefined) this.#schedules.set(domain, new Schedule(this.#source, group))
      else schedule.add(group)
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
