import { createObject, linearizable } from '../../../histories/index.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { type Asked, type Circumstances, delaysAmong, shifted } from './circumstances.ts'
import { runGiven } from './given-run.ts'
import type { SpeedSetting } from './slow-writes.ts'
import { durationsOf, legalBut, reaches, readsIn, type SpeedFinding } from './speed.ts'
import { sameViews } from './views.ts'

/**
 * Reads of an atomic register take at least u/4. Attiya & Welch, 2nd edition, section 9.3; Attiya & Welch 1994. While p_0
 * writes 1, p_1 and p_2 read in turn, one every u/4; all delays are d − u/2. If every read takes less than that, there are two,
 * one after the other, of which the first does not find 1 and the second does. What the first reader does is moved u/4 to
 * a later time and what the second does u/4 to an earlier one: all delays are allowed, nobody can tell, and now 1 is read
 * before it is not.
 */
export function slowReads(algorithm: AnyAlgorithm, setting: SpeedSetting): SpeedFinding {
  const { n, uncertainty: u, module } = setting
  const alone = runGiven(algorithm, asking(setting, 0), module)
  const writing = Math.max(...durationsOf(alone.history, 'write'))
  const given = asking(setting, Number.isFinite(writing) ? Math.ceil(writing / (u / 4)) + 4 : readsMax)
  const original = runGiven(algorithm, given, module)
  const took = Math.max(...durationsOf(original.history, 'read'))
  const found = { about: 'read', theorem: 'u/4', bound: u / 4, took } as const
  if (reaches(took, u / 4)) return { ...found, refuted: null }
  const reads = readsIn(original.history)
  const last = reads.findIndex((value, i) => value !== 1 && reads[i + 1] === 1)
  const object = createObject('register')
  const [first, second] = [1 + (last % 2), 2 - (last % 2)]
  const later = Array.from({ length: n }, (_, p) => (p === first ? u / 2 : p === second ? 0 : u / 4))
  // Where nobody comes to read 1, or 1 is forgotten again, it is wrong as it is.
  const isWrong = last < 0 || linearizable(original.history, object).kind === 'wrong'
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

  function asking({ n, begin }: SpeedSetting, count: number): Circumstances {
    const reads = Array.from(
      { length: count },
      (_, i): Asked => ({ processor: 1 + (i % 2), operation: 'read', time: begin + (i * u) / 4 }),
    )
    return {
      bounds: { min: 1 - u, max: 1 },
      delays: delaysAmong(n, () => 1 - u / 2),
      ahead: new Array<number>(n).fill(u),
      wakeTimes: new Array<number>(n).fill(0),
      asked: [{ processor: 0, operation: 'write', argument: 1, time: begin + u / 4 }, ...reads],
    }
  }
}

/** So many reads are tried of a register on which the write does not end. */
const readsMax = 64
