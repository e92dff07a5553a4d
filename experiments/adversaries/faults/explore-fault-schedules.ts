import {
  exploreFaultSchedules,
  type FaultScheduleExploration,
  type FaultScheduleOptions,
  type FaultViolation,
} from '../../../engine/index.ts'
import { shrunk } from './explore-with-faults.ts'
import { type FaultSetup, type FaultSubject, prepareFaults } from './setup.ts'

/** What an exploration of all asynchronous executions has found in which faults are chosen. */
export interface FinishedFaultSchedules {
  readonly subject: FaultSubject
  readonly setup: FaultSetup
  readonly found: FaultScheduleExploration
  /** Of each property that is broken, a small execution that breaks it. */
  readonly broken: readonly FaultViolation[]
}

/** Goes through all asynchronous executions in which faults are chosen. Throws an InputError. */
export async function exploreSchedulesWithFaults(
  setup: FaultSetup,
  options: Pick<FaultScheduleOptions, 'states' | 'stopped'>,
): Promise<FinishedFaultSchedules> {
  const subject = await prepareFaults({ ...setup, timing: 'asynchronous' })
  const { algorithm, instance, model, inputs } = subject
  const found = exploreFaultSchedules(algorithm, instance, model, {
    ...options,
    ...(inputs !== undefined && { inputs }),
  })
  const broken = found.violations.map((violation) => shrunk(subject, violation))
  return { subject, setup, found, broken }
}
