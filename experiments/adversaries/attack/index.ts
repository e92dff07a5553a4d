/** Searched worst cases, on several workers. */

export { attackWithFaults, type FinishedFaultAttack } from './attack-with-faults.ts'
export * from './exact-cost.ts'
export * from './record-attack.ts'
export * from './run-attack.ts'
export * from './run-attacks.ts'
export type { AttackSetup } from './setup.ts'
