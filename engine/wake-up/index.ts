import { Catalogue, type Entry, type ParameterValues } from '../catalogue.ts'
import type { Random } from '../random.ts'

export interface WakeUpContext {
  readonly n: number
  readonly root: number
  readonly ids: ArrayLike<number>
  readonly values: ParameterValues
  /** The wake-up stream of the cell. */
  readonly stream: Random
}

/** A rule for who wakes by itself and when. */
export interface WakeUpFamily extends Entry {
  /** By processor; Infinity if only a message wakes it. The earliest is 0. */
  create(context: WakeUpContext): Float64Array
}

/** All wake-up rules. */
export const wakeUps = new Catalogue<WakeUpFamily>('wake-up', [
  { name: 'all', summary: 'all at time 0', parameters: {}, create: ({ n }) => new Float64Array(n) },
])

/** The wake-up times that a spec such as `random:k=3` names. */
export function createWakeTimes(spec: string, context: Omit<WakeUpContext, 'values'>): Float64Array {
  const { entry, values } = wakeUps.parse(spec)
  return entry.create({ ...context, values })
}
