/** Asynchronous shared memory: variables, steps, remote references, schedulers. Attiya & Welch, chapter 4. */

export * as formalShared from './formal/index.ts'
export * from './loop/execute.ts'
export * from './loop/execution.ts'
export type { CountSummary } from './loop/ledger.ts'
export type * from './model/index.ts'
export { done, nil, own, sharedArray, sharedVariable } from './model/index.ts'
export * from './schedulers/index.ts'
