/** Executions on shared memory as evidence: recorded, checked, carried out again. */

export * from './checker.ts'
export * from './end.ts'
export * from './format.ts'
export * from './header.ts'
export * from './network.ts'
export * from './object-witnesses.ts'
export * from './read.ts'
export * from './record-schedule.ts'
export * from './recorder.ts'
export type { Copy, Remote } from './references.ts'
export * from './story.ts'
export * from './verify.ts'
export {
  type SharedWitness,
  type SharedWitnessName,
  sharedWitness,
  sharedWitnessNames,
} from './witnesses.ts'
