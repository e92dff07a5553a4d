/** Executions in rounds in which an adversary chooses what fails: all of them, and small ones that break something. */

export { exploreFaults } from './explore-faults.ts'
export * from './fault-exploration.ts'
export { type FaultModel, faultModel } from './fault-model.ts'
export { type FaultScript, failuresIn, specOfScript } from './fault-script.ts'
export { brokenBy, runScript, type ScriptedRun, scriptedRun } from './run-script.ts'
export { type SearchedFaults, searchFaults } from './search-faults.ts'
export { shrinkScript } from './shrink-script.ts'
