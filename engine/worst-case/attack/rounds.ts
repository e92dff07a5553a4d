import { Credit } from './credit.ts'
import type { Handed, Tried, Tries } from './handed.ts'
import type { Plan } from './plan.ts'
import type { Run } from './run.ts'
import type { Island, IslandResult } from './search-island.ts'
import { strategies, strategyNamed } from './strategies/index.ts'
import type { Valued } from './terrain.ts'

/** The fewest runs of an island. */
const shortest = 32
/** Plans that are handed on. */
const eliteSize = 4
/** The share of the runs that go to islands that begin anew, and the fewest runs of these. */
const anewShare = 0.25
const shortestAnew = 64

/**
 * Deals out a search in rounds of islands. Those of a round know nothing of each other, so they can be searched on any
 * number of workers; the next round goes on from the best plans of all before. How a search goes on does not depend on
 * how many runs are left, so that more runs continue fewer.
 *
 * After a round without improvement islands are longer, so that annealing has time and plateaus are crossed. Some begin
 * anew, each longer than those before: the best so far may lie where changes lead nowhere.
 */
export class Rounds<P = Plan, R extends Valued = Run> {
  readonly #beginning: Credit
  readonly #going: Credit
  readonly #results: IslandResult<P, R>[] = []
  #round: readonly Island<P, R>[] = []
  #handed: Handed<P, R> = { elite: [], tries: {} }
  #made = 0
  #runsLeft: number
  #length = shortest
  /** The runs of islands that began anew, and the best of their values. */
  #anew = 0
  #bestAnew = Number.NEGATIVE_INFINITY

  /** `names`: the strategies to use; default: all. */
  constructor(runs: number, names: readonly string[] = strategies.map(({ name }) => name)) {
    this.#runsLeft = runs
    this.#beginning = new Credit(names)
    this.#going = new Credit(names.filter((name) => strategyNamed(name).continues))
  }

  /** What has come of all islands so far. */
  get results(): readonly IslandResult<P, R>[] {
    return this.#results
  }

  /** The islands of the next round; none when all runs are dealt out. The last may be cut short. */
  next(): readonly Island<P, R>[] {
    const { elite, tries } = this.#handed
    const width = widthAfter(this.#made)
    const none = elite.length === 0 || this.#going.empty
    const anew = none ? width : this.#anew < anewShare * this.#made ? width / 2 : 0
    const planned = this.#made === 0 || anew === 0 ? this.#length : Math.max(this.#length, this.#longest)
    const islands: Island<P, R>[] = []
    const deal = (strategy: string, elite: Handed<P, R>['elite']) => {
      const runs = Math.min(planned, this.#runsLeft)
      if (runs === 0) return
      this.#runsLeft -= runs
      const index = this.#results.length + islands.length
      islands.push({ index, strategy, planned, runs, handed: { elite, tries } })
    }
    for (const strategy of this.#going.shares(width - anew)) deal(strategy, elite)
    for (const strategy of this.#beginning.shares(anew)) deal(strategy, [])
    this.#round = islands
    return islands
  }

  /** Takes in what has come of the islands of the round, in their order. */
  finish(results: readonly IslandResult<P, R>[]): void {
    const before = this.#handed.elite[0]?.run.value ?? Number.NEGATIVE_INFINITY
    this.#results.push(...results)
    results.forEach((result, i) => {
      this.#made += result.runs
      if (this.#round[i]!.handed.elite.length === 0) this.#judgeBeginning(result)
    })
    if (before > Number.NEGATIVE_INFINITY) this.#judgeGoing(results, before)
    this.#handed = {
      elite: bestOf([...results.flatMap(({ latest }) => latest ?? []), ...this.#handed.elite]),
      tries: summed([this.#handed.tries, ...results.map(({ tries }) => tries)]),
    }
  }

  /** Gives credit to one that has come as far as none before it. */
  #judgeBeginning({ strategy, runs, best }: IslandResult<P, R>): void {
    const value = best?.run.value ?? Number.NEGATIVE_INFINITY
    this.#beginning.add(strategy, value > this.#bestAnew ? 1 : 0)
    this.#bestAnew = Math.max(this.#bestAnew, value)
    this.#anew += runs
  }

  /** Gives credit to those that have improved on the best, and makes islands longer if none has. */
  #judgeGoing(results: readonly IslandResult<P, R>[], before: number): void {
    const gains = results.map(({ best }) => Math.max(0, (best?.run.value ?? before) - before))
    const most = Math.max(...gains)
    this.#going.fade()
    gains.forEach((gain, i) => {
      const { strategy, handed } = this.#round[i]!
      if (handed.elite.length > 0) this.#going.add(strategy, most > 0 ? gain / most : 0)
    })
    if (most > 0) this.#length = Math.max(shortest, this.#length / 2)
    else this.#length = Math.min(2 * this.#length, this.#longest)
  }

  /** No round is longer than a quarter of all runs so far, unless its islands are as short as they begin. */
  get #longest(): number {
    const most = this.#made / 4 / widthAfter(this.#made)
    return Math.max(shortestAnew, 2 ** Math.floor(Math.log2(most)))
  }
}

/** How many islands a round has after so many runs: chains of changes are what finds most, but workers want to share. */
function widthAfter(runs: number): number {
  return runs < 4096 ? 2 : runs < 16_384 ? 4 : 8
}

/** The best, the best first; of those of one value, which often differ little, only the first. */
function bestOf<P, R extends Valued>(tried: readonly Tried<P, R>[]): Tried<P, R>[] {
  const values = new Map<number, Tried<P, R>>()
  for (const one of tried) if (!values.has(one.run.value)) values.set(one.run.value, one)
  return [...values.values()].sort((a, b) => b.run.value - a.run.value).slice(0, eliteSize)
}

function summed(all: readonly Tries[]): Tries {
  const sums: Record<string, { count: number; gains: number }> = {}
  for (const tries of all)
    for (const [name, tried] of Object.entries(tries)) {
      const { count = 0, gains = 0 } = sums[name] ?? {}
      sums[name] = { count: count + tried.count, gains: gains + tried.gains }
    }
  return sums
}
