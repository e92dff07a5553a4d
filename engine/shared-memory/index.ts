/** Asynchronous shared memory: variables, steps, remote references, schedulers. Attiya & Welch, chapter 4. */

export * from './claims/check.ts'
export * from './claims/judge.ts'
export { objectValue } from './claims/judge-object.ts'
export * from './claims/stated.ts'
export * from './explore/chance-exploration.ts'
export { type CountedExecutions, countExecutions } from './explore/count-executions.ts'
export * from './explore/exploration.ts'
export * from './explore/explore.ts'
export * from './explore/explore-chance.ts'
export * from './explore/explore-object.ts'
export type { Lasso } from './explore/fair-cycles.ts'
export * from './explore/judge.ts'
export { judgeChanceClaims } from './explore/judge-chance.ts'
export type { LargestCost } from './explore/longest.ts'
export * from './explore/object-exploration.ts'
export { usualCalls } from './explore/usual-calls.ts'
export * from './loop/execute.ts'
export * from './loop/execution.ts'
export { holdObject, outcomeWith, promisedBy } from './loop/held-history.ts'
export * from './loop/object-calls.ts'
export * from './loop/shared-lines.ts'
export type { StepListener, TakenStep } from './loop/step-watcher.ts'
export { bitsOfData } from './memory/data-table.ts'
export { bitsOf, layOut, sharedAmong, type VariableLayout } from './memory/layout.ts'
export type { CountSummary } from './memory/ledger.ts'
export type { OperationSummaries } from './memory/operation-ledger.ts'
export type * from './model/index.ts'
export {
  counts,
  done,
  isAboutChance,
  isShared,
  isSharedObject,
  localCoin,
  nil,
  operationNames,
  own,
  rmwNames,
  sharedArray,
  sharedConsensus,
  sharedCounter,
  sharedData,
  sharedDataArray,
  sharedQueue,
  sharedRegister,
  sharedSnapshot,
  sharedStack,
  sharedVariable,
  weakSharedCoin,
} from './model/index.ts'
export * from './schedulers/index.ts'
