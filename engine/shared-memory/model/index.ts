/** The vocabulary of shared memory: variables, accesses, lines, algorithms. Attiya & Welch, chapter 4. */

export * from './access.ts'
export * from './algorithm.ts'
export * from './declaration.ts'
export * from './measure.ts'
