/** Executions of self-stabilising algorithms as evidence. */

export * from './format.ts'
export * from './story.ts'
export * from './verify.ts'
