import { formulaValue } from '../claims/value.ts'
import type { Claim } from '../model/index.ts'
import type { StabilisingMeasure, StrongDaemon } from './model.ts'
import type { StabilisingSystem } from './system.ts'

/** A bound on what stabilisation takes, held to what was measured. */
export interface StabilisingJudgement {
  readonly measure: StabilisingMeasure
  readonly claim: Claim
  readonly bound: number
  readonly measured: number
  readonly verdict: 'held' | 'violated'
}

/** Whether an algorithm promises anything: with the number of states that it is made for, under a daemon that it is made for. */
export function promises({ algorithm, neighbors, k }: StabilisingSystem, daemon: string): boolean {
  const under: StrongDaemon = daemon === 'central' ? 'central' : 'distributed'
  const covered = algorithm.stabilisesUnder === 'distributed' || under === 'central'
  return covered && k === algorithm.values(neighbors.length)
}

/** The claims about what was measured, as far as anything is promised. */
export function judgeStabilising(
  system: StabilisingSystem,
  daemon: string,
  measured: Readonly<Record<StabilisingMeasure, number>>,
): StabilisingJudgement[] {
  if (!promises(system, daemon)) return []
  const n = system.neighbors.length
  return (['steps', 'moves'] as const).flatMap((measure) => {
    const claim = system.algorithm.claims[measure]
    if (claim === undefined) return []
    const bound = formulaValue(claim.formula, (name) => ({ n, k: system.k })[name] ?? Number.NaN)
    const verdict = measured[measure] <= bound ? 'held' : 'violated'
    return [{ measure, claim, bound, measured: measured[measure], verdict }]
  })
}
