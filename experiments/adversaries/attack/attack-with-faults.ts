import { attackFaults, type FaultAttack, type FaultViolation, shrinkScript } from '../../../engine/index.ts'
import { type FaultSetup, type FaultSubject, prepareFaults } from '../faults/index.ts'
import { loadObjective } from './load-objective.ts'

/** A search for faults as data. */
interface FaultAttackSetup extends FaultSetup {
  /** What is made large, such as messages; null: a property is to be broken. */
  readonly objective: string | null
  readonly runs: number
  readonly seed: number
}

/** What a search for faults has found. */
export interface FinishedFaultAttack {
  readonly subject: FaultSubject
  readonly setup: FaultAttackSetup
  readonly found: FaultAttack
  /** A small execution that breaks the same property; null if none is broken. */
  readonly broken: FaultViolation | null
  readonly seconds: number
}

/** Searches for the faults that do most harm, and makes what breaks something small. Throws an InputError. */
export async function attackWithFaults(setup: FaultAttackSetup): Promise<FinishedFaultAttack> {
  const subject = await prepareFaults({ ...setup, timing: 'asynchronous if it can' })
  const { algorithm, instance, model, timing } = subject
  const { runs, seed } = setup
  const objective = setup.objective === null ? null : await loadObjective(setup.objective, algorithm)
  const start = performance.now()
  const values = setup.inputs === 'chosen'
  const found = attackFaults(algorithm, instance, model, { objective, runs, seed, values, timing })
  const { broken, script } = found
  const small = broken === null ? null : shrinkScript(algorithm, instance, { ...broken, script })
  const seconds = (performance.now() - start) / 1000
  return { subject, setup, found, broken: small, seconds }
}
