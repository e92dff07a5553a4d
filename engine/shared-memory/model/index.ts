/** The vocabulary of shared memory: variables, accesses, lines, locks, objects. Attiya & Welch, chapter 4. */

export * from './access.ts'
export * from './algorithm.ts'
export * from './declaration.ts'
export * from './measure.ts'
export * from './object.ts'
export * from './services.ts'
export * from './shared-algorithm.ts'
