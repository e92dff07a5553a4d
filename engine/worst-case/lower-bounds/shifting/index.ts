/** Executions that are shifted in time, which nobody in them can tell. */

export * from './clock-skew.ts'
export * from './registers.ts'
export type { Refutation, SpeedFinding } from './speed.ts'
