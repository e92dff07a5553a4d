/** Exact worst cases: all schedules of a small instance. */

export * from './exploration.ts'
export * from './explore.ts'
export * from './explore-all.ts'
export type { Finals } from './final-states.ts'
export type { JudgedClaim } from './judge-exploration.ts'
