import { InputError } from '../../errors.ts'
import type { Violated } from '../../model/index.ts'
import type { Improvement, IslandResult, Judged } from './search-island.ts'

/** What one strategy has come to, over all its islands. */
export interface StrategyResult {
  readonly strategy: string
  readonly islands: number
  readonly runs: number
  /** Null if none of its runs ended. */
  readonly best: number | null
}

/** The best that a search has found. */
interface Find<P, R> {
  readonly plan: P
  readonly made: R
  readonly value: number
  readonly strategy: string
  /** In which run, counted from 1. */
  readonly run: number
  readonly violation: Violated | null
}

/** What the islands of a search have come to together. */
interface Joined<P, R> {
  readonly found: Find<P, R>
  readonly runs: number
  readonly strategies: readonly StrategyResult[]
  /** When the best so far became better. */
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/** Joins islands 0, 1, 2 …; of equal finds, the first counts. Throws an InputError if no run ended. */
export function joined<P, R extends Judged>(
  name: string,
  islands: readonly IslandResult<P, R>[],
): Joined<P, R> {
  let found: Find<P, R> | null = null
  const history: Improvement[] = []
  let runs = 0
  for (const island of islands) {
    for (const { run, value } of island.history)
      if (value > (history.at(-1)?.value ?? Number.NEGATIVE_INFINITY))
        history.push({ run: runs + run, value })
    const { best, strategy, violation } = island
    if (best !== null && (violation !== null || found === null || best.run.value > found.value)) {
      const run = violation !== null ? runs + island.runs : history.at(-1)!.run
      found = { plan: best.plan, made: best.run, value: best.run.value, strategy, run, violation }
    }
    runs += island.runs
    if (violation !== null) break
  }
  const unfinished = islands.reduce((sum, island) => sum + island.unfinished, 0)
  const reason = islands.find((island) => island.reason !== null)?.reason ?? null
  if (found === null)
    throw new InputError(`none of ${runs} runs of ${name} ended: ${reason ?? 'there was none'}`)
  return { found, runs, strategies: byStrategy(islands), history, unfinished, reason }
}

function byStrategy<P, R extends Judged>(islands: readonly IslandResult<P, R>[]): StrategyResult[] {
  const names = [...new Set(islands.map(({ strategy }) => strategy))]
  return names.map((strategy) => {
    const own = islands.filter((island) => island.strategy === strategy)
    const values = own.flatMap(({ best }) => (best === null ? [] : [best.run.value]))
    return {
      strategy,
      islands: own.length,
      runs: own.reduce((sum, island) => sum + island.runs, 0),
      best: values.length === 0 ? null : Math.max(...values),
    }
  })
}
