import {
  exploreFaults,
  type FaultExploration,
  type FaultExploreOptions,
  type FaultViolation,
  shrinkScript,
} from '../../../engine/index.ts'
import { type FaultSetup, type FaultSubject, prepareFaults } from './setup.ts'

/** What an exploration of faults has found. */
export interface FinishedFaults {
  readonly subject: FaultSubject
  readonly setup: FaultSetup
  readonly found: FaultExploration
  /** Of each property that is broken, a small execution that breaks it. */
  readonly broken: readonly FaultViolation[]
  readonly seconds: number
}

/** Goes through all executions in which faults are chosen. Throws an InputError. */
export async function exploreWithFaults(
  setup: FaultSetup,
  options: Pick<FaultExploreOptions, 'states' | 'untilBroken' | 'stopped'>,
): Promise<FinishedFaults> {
  const subject = await prepareFaults(setup)
  const { algorithm, instance, model, setting, inputs } = subject
  const start = performance.now()
  const found = exploreFaults(algorithm, instance, model, {
    ...options,
    ...setting,
    ...(inputs !== undefined && { inputs }),
  })
  const broken = found.violations.map((violation) => shrunk(subject, violation))
  return { subject, setup, found, broken, seconds: (performance.now() - start) / 1000 }
}

/** A small execution that breaks the same property. */
export function shrunk({ algorithm, instance }: FaultSubject, violation: FaultViolation): FaultViolation {
  return shrinkScript(algorithm, instance, violation) ?? violation
}
