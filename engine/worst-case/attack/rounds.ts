import { Credit } from './credit.ts'
import type { Handed, Tried, Tries } from './handed.ts'
import type { Island, IslandResult } from './island.ts'
import { strategies, strategyNamed } from './strategies/index.ts'

/** The fewest runs of an island. */
const shortest = 32
/** Plans that are handed on. */
const eliteSize = 4
/** Of so many rounds without improvement, one has an island that begins anew. */
const patience = 4

/**
 * Deals out a search in rounds of islands. Those of a round know nothing of each other, so they can be searched on any
 * number of workers; the next round goes on from the best plans of all before. How a search goes on does not depend on
 * how many runs are left, so that more runs continue fewer.
 *
 * After a round without improvement islands are longer, so that annealing has time and plateaus are crossed.
 */
export class Rounds {
  readonly #names: readonly string[]
  readonly #credit: Credit
  readonly #results: IslandResult[] = []
  #round: readonly Island[] = []
  #handed: Handed = { elite: [], tries: {} }
  #made = 0
  #runsLeft: number
  #length = shortest
  /** Rounds without improvement; whether the last was one. */
  #vain = 0
  #stuck = false
  #begun = 0

  /** `names`: the strategies to use; default: all. */
  constructor(runs: number, names: readonly string[] = strategies.map(({ name }) => name)) {
    this.#runsLeft = runs
    this.#names = names
    this.#credit = new Credit(names.filter((name) => strategyNamed(name).continues))
  }

  /** What has come of all islands so far. */
  get results(): readonly IslandResult[] {
    return this.#results
  }

  /** The islands of the next round; none when all runs are dealt out. The last may be cut short. */
  next(): readonly Island[] {
    const islands: Island[] = []
    for (const { strategy, handed } of this.#dealt()) {
      if (this.#runsLeft === 0) break
      const runs = Math.min(this.#length, this.#runsLeft)
      this.#runsLeft -= runs
      const index = this.#results.length + islands.length
      islands.push({ index, strategy, planned: this.#length, runs, handed })
    }
    this.#round = islands
    return islands
  }

  /** Takes in what has come of the islands of the round, in their order. */
  finish(results: readonly IslandResult[]): void {
    this.#results.push(...results)
    for (const { runs } of results) this.#made += runs
    const before = this.#handed.elite[0]?.run.value
    if (before !== undefined) this.#judge(results, before)
    this.#handed = {
      elite: bestOf([...results.flatMap(({ latest }) => latest ?? []), ...this.#handed.elite]),
      tries: summed([this.#handed.tries, ...results.map(({ tries }) => tries)]),
    }
  }

  /** Gives credit to those that have improved on the best, and makes islands longer if none has. */
  #judge(results: readonly IslandResult[], before: number): void {
    const gains = results.map(({ best }) => Math.max(0, (best?.run.value ?? before) - before))
    const most = Math.max(...gains)
    this.#credit.fade()
    gains.forEach((gain, i) => {
      const { strategy, handed } = this.#round[i]!
      if (handed.elite.length > 0) this.#credit.add(strategy, most > 0 ? gain / most : 0)
    })
    this.#stuck = most === 0
    if (this.#stuck) this.#vain++
    const longest = this.#made / 8
    if (!this.#stuck) this.#length = Math.max(shortest, this.#length / 2)
    else if (2 * this.#length <= longest) this.#length *= 2
  }

  /** Who searches in the next round, and from what. */
  #dealt(): Pick<Island, 'strategy' | 'handed'>[] {
    const width = widthAfter(this.#made)
    const handed = this.#handed
    const canGoOn = handed.elite.length > 0 && !this.#credit.empty
    const anew = !canGoOn ? width : this.#stuck && this.#vain % patience === 0 ? 1 : 0
    const going = this.#credit.shares(width - anew).map((strategy) => ({ strategy, handed }))
    const beginning = Array.from({ length: anew }, () => ({
      strategy: this.#names[this.#begun++ % this.#names.length]!,
      handed: { elite: [], tries: handed.tries },
    }))
    return [...going, ...beginning]
  }
}

/** How many islands a round has after so many runs: chains of changes are what finds most, but workers want to share. */
function widthAfter(runs: number): number {
  return runs < 4096 ? 2 : runs < 16_384 ? 4 : 8
}

/** The best, the best first; of those of one value, which often differ little, only the first. */
function bestOf(tried: readonly Tried[]): Tried[] {
  const values = new Map<number, Tried>()
  for (const one of tried) if (!values.has(one.run.value)) values.set(one.run.value, one)
  return [...values.values()].sort((a, b) => b.run.value - a.run.value).slice(0, eliteSize)
}

function summed(all: readonly Tries[]): Tries {
  const sums: { -readonly [K in keyof Tries]: Tries[K] } = {}
  for (const tries of all)
    for (const name of Object.keys(tries) as (keyof Tries)[]) {
      const { count = 0, gains = 0 } = sums[name] ?? {}
      sums[name] = { count: count + tries[name]!.count, gains: gains + tries[name]!.gains }
    }
  return sums
}
