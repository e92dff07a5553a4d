/** The search for the faults that do most harm. */

export { attackFaults, type FaultAttack, timingOfAttack } from './attack-faults.ts'
export { ScriptPlayer } from './play-script.ts'
