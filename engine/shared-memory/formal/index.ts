/** The book's definitions for shared memory, literal and slow: the oracle for the loop. Attiya & Welch, chapter 4. */

export * from './admissible.ts'
export * from './configuration.ts'
export * from './exec.ts'
export * from './history.ts'
export * from './passages.ts'
export * from './step.ts'
