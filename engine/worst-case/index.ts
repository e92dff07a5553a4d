/** Worst cases: all schedules of a small instance, the search for a bad one of a large, and what no algorithm escapes. */

export * from './attack/index.ts'
export * from './explore/index.ts'
export * from './instances/index.ts'
export * from './lower-bounds/index.ts'
export * from './resilience/index.ts'
export * from './schedules/index.ts'
export * from './stabilisation/index.ts'
