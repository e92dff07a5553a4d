/** Asynchronous shared memory: variables, steps, remote references, schedulers. Attiya & Welch, chapter 4. */

export * from './claims/check.ts'
export * from './claims/judge.ts'
export * from './explore/exploration.ts'
export * from './explore/explore.ts'
export type { Lasso } from './explore/fair-cycles.ts'
export type { LargestCost } from './explore/longest.ts'
export * from './loop/execute.ts'
export * from './loop/execution.ts'
export type { CountSummary } from './memory/ledger.ts'
export type * from './model/index.ts'
export { done, nil, own, sharedArray, sharedVariable } from './model/index.ts'
export * from './schedulers/index.ts'
