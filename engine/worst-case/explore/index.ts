/** Exact worst cases: all schedules of a small instance. */

export * from './exploration.ts'
export * from './explore.ts'
export * from './explore-all.ts'
export * from './explore-rounds.ts'
export type { Finals } from './final-states.ts'
export type { JudgedClaim } from './judge-exploration.ts'
export * from './shortest-violation.ts'
