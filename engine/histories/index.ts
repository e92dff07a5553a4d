/** Histories: what they are held to, and why they are wrong. */

export { linearizable, type SearchLimits } from './atomicity/linearizable.ts'
export { sequentiallyConsistent } from './atomicity/sequentially-consistent.ts'
export * from './condition.ts'
export * from './conditions.ts'
export { readHistory } from './files/read.ts'
export { historyText } from './files/write.ts'
export type { Fault, HistoryFinding } from './finding.ts'
export { bypassIn } from './mutual-exclusion/bypass.ts'
export { createObject, sequentialObjects } from './objects/index.ts'
export type { ObjectFamily, SequentialObject, Step as ObjectStep } from './objects/sequential-object.ts'
export { type Operation, operationsOf } from './operations.ts'
export { operationText, valueText } from './text.ts'
