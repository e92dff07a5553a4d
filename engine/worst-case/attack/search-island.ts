import type { Failed, Outcome, Violated } from '../../model/index.ts'
import { shortly } from '../../thrown-at.ts'
import type { Handed, Tried, Tries } from './handed.ts'
import { strategyNamed } from './strategies/index.ts'
import { Variation } from './strategies/variation.ts'
import type { Terrain, Valued } from './terrain.ts'

/** A part of a search: one strategy with random numbers of its own, given what was found before. */
export interface Island<P, R extends Valued> {
  /** Its number, which determines its random numbers. */
  readonly index: number
  readonly strategy: string
  /** How long it is meant to be. */
  readonly planned: number
  /** How many runs are left for it: no more than planned. */
  readonly runs: number
  readonly handed: Handed<P, R>
}

/** An improvement: in which run, counted from 1, and to which value. */
export interface Improvement {
  readonly run: number
  readonly value: number
}

/** What one island has found. */
export interface IslandResult<P, R extends Valued> {
  readonly strategy: string
  readonly runs: number
  /** The first of its best plans, and the last of them; null if none of the runs ended. A run that violates a property is both. */
  readonly best: Tried<P, R> | null
  readonly latest: Tried<P, R> | null
  /** What the last run violates; null if nothing. */
  readonly violation: Violated | null
  readonly tries: Tries
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/** What became of a plan, and why it did not end, if it did not; or the property that it violates. */
export interface Judged extends Valued {
  readonly outcome: Extract<Outcome, { kind: 'budget' | 'failed' | 'violated' }> | null
}

/**
 * Searches one island. It ends with the first run that violates a property, and where `stop`, asked after each run but the
 * last, says so.
 */
export function searchTerrain<P, R extends Judged>(
  terrain: Terrain<P, R>,
  carryOut: (plan: P) => R,
  { strategy, planned, runs, handed }: Island<P, R>,
  stop: (runs: number, best: number) => boolean = () => false,
): IslandResult<P, R> {
  const variation = new Variation(terrain, handed.tries)
  const search = strategyNamed(strategy).search({
    ...terrain,
    runs: planned,
    elite: handed.elite,
    variation,
  })
  const history: Improvement[] = []
  let best: Tried<P, R> | null = null
  let latest: Tried<P, R> | null = null
  let unfinished = 0
  let reason: string | null = null
  let made = 0
  const ended = (violation: Violated | null): IslandResult<P, R> => {
    const { tries } = variation
    return { strategy, runs: made, best, latest, violation, tries, history, unfinished, reason }
  }
  let plan = search.next(undefined as never).value
  do {
    const run = carryOut(plan)
    made++
    if (run.outcome?.kind === 'violated') {
      best = latest = { plan, run }
      return ended(run.outcome)
    }
    if (run.outcome !== null) {
      unfinished++
      reason ??= reasonOf(run.outcome)
    } else if (best === null || run.value >= best.run.value) {
      latest = { plan, run }
      if (best === null || run.value > best.run.value) {
        best = latest
        history.push({ run: made, value: run.value })
      }
    }
    plan = search.next(run).value
  } while (made < runs && !stop(made, best?.run.value ?? Number.NEGATIVE_INFINITY))
  return ended(null)
}

function reasonOf(outcome: Failed | Extract<Outcome, { kind: 'budget' }>): string {
  if (outcome.kind === 'budget') return outcome.reason
  return `${outcome.processor === null ? '' : `p_${outcome.processor} `}${outcome.event}: ${outcome.reason}${shortly(outcome.place)}`
}
