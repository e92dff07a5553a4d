/** The door of the reports. */
export * from './read-results.ts'
export * from './statistics/describe.ts'
export * from './statistics/groups.ts'
export * from './statistics/summary.ts'
export * from './statistics/verdict.ts'
