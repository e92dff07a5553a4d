import { createObject, linearizable } from '../../../histories/index.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { type Circumstances, delaysAmong, shifted } from './circumstances.ts'
import { runGiven } from './given-run.ts'
import { durationsOf, legalBut, reaches, type SpeedFinding } from './speed.ts'
import { sameViews } from './views.ts'

/** How registers are put to the test. */
export interface SpeedSetting {
  readonly n: number
  /** u; delays are in [1 − u, 1]. */
  readonly uncertainty: number
  /** When the first operation is asked for, so that whoever wants to can prepare. */
  readonly begin: number
  readonly module: string | null
}

/**
 * Writes of an atomic register take at least u/2. Attiya & Welch, 2nd edition, section 9.3; Attiya & Welch 1994. p_1 writes 1, then
 * p_2 writes 2, then p_0 reads: it must read 2. All delays are d − u/2, but d from p_1 to p_2 and d − u back. If both writes
 * took less than u/2, what p_1 does is moved u/2 to a later time and what p_2 does u/2 to an earlier one: now 2 is written
 * before 1, all delays are allowed, nobody can tell, and p_0 still reads 2.
 */
export function slowWrites(algorithm: AnyAlgorithm, setting: SpeedSetting): SpeedFinding {
  const { n, uncertainty: u, begin, module } = setting
  const given: Circumstances = {
    bounds: { min: 1 - u, max: 1 },
    delays: delaysAmong(n, (from, to) =>
      from === 1 && to === 2 ? 1 : from === 2 && to === 1 ? 1 - u : 1 - u / 2,
    ),
    ahead: new Array<number>(n).fill(u),
    wakeTimes: new Array<number>(n).fill(0),
    asked: [
      { processor: 1, operation: 'write', argument: 1, time: begin },
      { processor: 2, operation: 'write', argument: 2, time: begin + u / 2 },
      { processor: 0, operation: 'read', time: begin + u },
    ],
  }
  const original = runGiven(algorithm, given, module)
  const took = Math.max(...durationsOf(original.history, 'write'))
  const found = { about: 'write', theorem: 'u/2', bound: u / 2, took } as const
  if (reaches(took, u / 2)) return { ...found, refuted: null }
  const later = Array.from({ length: n }, (_, p) => (p === 1 ? u : p === 2 ? 0 : u / 2))
  const object = createObject('register')
  // It may be wrong as it is, before anything is moved.
  const isWrong = linearizable(original.history, object).kind === 'wrong'
  const run = isWrong ? original : runGiven(algorithm, shifted(given, later), module)
  return {
    ...found,
    refuted: {
      history: run.history,
      finding: linearizable(run.history, object),
      alike: sameViews(original.views, run.views, 'as far as it goes'),
      legal: legalBut(run),
      records: [run.lines],
    },
  }
}
