/** Chance and choice: Markov decision processes, and what can be expected of them at most and at least. */

export * from './decision-process.ts'
export * from './end-components.ts'
export * from './fraction.ts'
export * from './value.ts'
