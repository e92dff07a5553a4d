import type { Random } from '../random.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'

/** What the wake-up times are made from. */
export interface WakeUpContext {
  readonly n: number
  readonly root: number
  readonly ids: ArrayLike<number>
  readonly values: ParameterValues
  /** The wake-up stream of the cell; rules that are not random do not touch it. */
  readonly stream: Random
}

/** A rule for who wakes by itself and when. */
export interface WakeUpFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Whether the times depend on the stream; those of other families are a function of n, the root and the identifiers. */
  readonly random: boolean
  /** Whether a spec names processors, so that it fits networks of some sizes only. */
  readonly namesProcessors?: true
  /** By processor; Infinity if only a message wakes it. The earliest is 0. */
  create(context: WakeUpContext): Float64Array
}

/** The wake-up times of n processors of which only these wake by themselves, at time 0. */
export function initiators(n: number, who: Iterable<number>): Float64Array {
  const times = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  for (const p of who) times[p] = 0
  return times
}
