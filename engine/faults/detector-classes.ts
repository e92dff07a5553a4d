import { InputError } from '../errors.ts'
import type { AnyAlgorithm, DetectorClass } from '../model/index.ts'

/** The classes that say whom to suspect. */
export const suspectingClasses = ['P', '◇P', 'S', '◇S'] as const

/** What each class is as good as. */
const asGoodAs: Readonly<Record<DetectorClass, readonly DetectorClass[]>> = {
  P: ['P', '◇P', 'S', '◇S'],
  '◇P': ['◇P', '◇S'],
  S: ['S', '◇S'],
  '◇S': ['◇S'],
  Ω: ['Ω'],
}

/** Whether whoever requires one class is served by another. */
export const isServedBy = (required: DetectorClass, given: DetectorClass): boolean =>
  asGoodAs[given].includes(required)

/** Throws an InputError if an algorithm asks no failure detector, or has one that answers another question than this class. */
export function assertAsked({ name, requires }: AnyAlgorithm, given: DetectorClass | undefined): void {
  const { detector } = requires
  if (detector === undefined)
    throw new InputError(
      `faults suspicion: ${name} asks no failure detector (an algorithm that does has requires: { detector: '◇S' } or another class)`,
    )
  if (given !== undefined && (given === 'Ω') !== (detector === 'Ω'))
    throw new InputError(
      `faults suspicion: class=${given} ${given === 'Ω' ? 'names leaders' : 'says whom to suspect'}, but ${name} requires ${detector}`,
    )
}
