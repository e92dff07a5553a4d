/** All executions in rounds from arbitrary states: how long an algorithm takes that stabilises by itself. */

export * from './explore-stabilisation.ts'
