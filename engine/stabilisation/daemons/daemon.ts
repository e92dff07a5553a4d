import type { Random } from '../../random.ts'
import type { Entry } from '../../specs/entry.ts'

/** Who of the privileged processors move in a step. */
export interface DaemonFamily extends Entry {
  /** Whether so many of so many privileged processors may move together. */
  allows(movers: number, privileged: number): boolean
  /** Some of them, at random. */
  choose(privileged: readonly number[], random: Random): readonly number[]
}
