/** Executions as evidence: recorded, checked, carried out again. */

export * from './check.ts'
export * from './end.ts'
export * from './fields.ts'
export * from './format.ts'
export * from './from-formal.ts'
export * from './header.ts'
export * from './instance.ts'
export * from './read-header.ts'
export * from './read-lines.ts'
export * from './recorder.ts'
export * from './verify.ts'
export * from './write.ts'
