/** Executions in which an adversary chooses what fails. */

export { exploreSchedulesWithFaults, type FinishedFaultSchedules } from './explore-fault-schedules.ts'
export { exploreStabilising, type FinishedStabilisation } from './explore-stabilising.ts'
export { exploreWithFaults, type FinishedFaults } from './explore-with-faults.ts'
export { recordScript, recordScriptedRun } from './record-script.ts'
export { recordUndecided } from './record-undecided.ts'
export { type FaultSetup, type FaultSubject, prepareFaults } from './setup.ts'
