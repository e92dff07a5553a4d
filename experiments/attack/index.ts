/** Searched worst cases, on several workers. */

export * from './record-attack.ts'
export * from './run-attack.ts'
export type { AttackSetup } from './setup.ts'
