/** Schedules: what an adversary decides, one choice after the other, and the latest times that it can have. */

export * from './latest-levels.ts'
export * from './play.ts'
export * from './record-schedule.ts'
export * from './time-schedule.ts'
