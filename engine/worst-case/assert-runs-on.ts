import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'

/** Throws if an algorithm stops by its own word: adversaries look at executions until nothing is in transit. */
export function assertRunsOn({ name, stopWhen }: AnyAlgorithm, what: string): void {
  if (stopWhen === undefined) return
  throw new InputError(`${name} says itself when it stops (stopWhen); ${what} is about executions to their end`)
}
