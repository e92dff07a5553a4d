/** Worst cases: all schedules of a small instance, and the search for a bad one of a large. */

export * from './attack/index.ts'
export * from './lower-bounds/index.ts'
export * from './schedules/index.ts'
