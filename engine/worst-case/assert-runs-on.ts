import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { runsInRoundsOnly } from '../simulation/machine/requirements.ts'

/**
 * Throws unless an adversary can choose what happens until nothing is in transit: an algorithm in rounds has one schedule
 * only, and one that stops by its own word may stop before.
 */
export function assertRunsOn(algorithm: AnyAlgorithm, what: string): void {
  const { name, stopWhen, requires } = algorithm
  if (requires.clocks)
    throw new InputError(`${name} reads clocks; ${what} is about schedules alone, whenever things happen`)
  if (requires.detector)
    throw new InputError(
      `${name} asks a failure detector; ${what} is about schedules alone, and what detectors say is not chosen in it`,
    )
  if (runsInRoundsOnly(algorithm))
    throw new InputError(
      `${name} is written in rounds, so it has one schedule only; admissible simulate ${name} shows it`,
    )
  if (stopWhen === undefined) return
  throw new InputError(
    `${name} says itself when it stops (stopWhen); ${what} is about executions to their end`,
  )
}
