import type { ComputedInstance } from '../../../engine/index.ts'
import type { Largest } from './worst-case.ts'

/** A largest cost with the circumstances on which claims depend: an adversary's delays are anything up to 1. */
export function largest(cost: number, instance: ComputedInstance, identifiers: string): Largest {
  return { cost, setting: { instance, timing: 'asynchronous', unitDelays: false, identifiers } }
}
