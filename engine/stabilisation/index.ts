/** Self-stabilisation: states that neighbours read, daemons, arbitrary configurations to begin with. */

export * from './daemons/index.ts'
export * from './execute.ts'
export * from './explore.ts'
export * from './judge.ts'
export type * from './model.ts'
export * from './system.ts'
