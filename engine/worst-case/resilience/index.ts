/** Executions in rounds in which an adversary chooses what fails: all of them, and small ones that break something. */

export type { Alteration, Fields } from './alteration.ts'
export { liarHere } from './courses.ts'
export { exploreFaults } from './explore-faults.ts'
export * from './fault-exploration.ts'
export { type FaultModel, faultModel } from './fault-model.ts'
export {
  type FaultScript,
  failingIn,
  failuresIn,
  type Lie,
  type Mistakes,
  specOfScript,
} from './fault-script.ts'
export { FaultSearch, type RoundNode } from './fault-search.ts'
export { assertLies, lieOptions } from './lie-options.ts'
export { longestDelay, type Pace, type Paces, withPaces } from './paces.ts'
export { brokenBy, runScript, type ScriptedRun, scriptedRun } from './run-script.ts'
export * from './schedules/explore-fault-schedules.ts'
export { type SearchedFaults, searchFaults, waysToFail } from './search-faults.ts'
export { shrinkScript } from './shrink-script.ts'
