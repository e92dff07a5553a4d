/** Exact worst cases: all schedules of a small instance. */

export * from './explore.ts'
export * from './explore-all.ts'
export type { Finals } from './final-states.ts'
