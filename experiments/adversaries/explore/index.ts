/** Exact worst cases, on several workers. */

export * from './record-witness.ts'
export * from './run-explore.ts'
export { type Explorable, type ExploreSetup, explorable } from './setup.ts'
export * from './shrink-explored.ts'
export * from './shrink-shared.ts'
