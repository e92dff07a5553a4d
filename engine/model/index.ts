/**
 * The vocabulary of the model: processors, channels, messages, algorithms, outcomes; a file per kind of thing.
 *
 * After Attiya & Welch, *Distributed Computing*, 2nd edition, chapter 2. This room imports nothing from outside;
 * everything else in the engine speaks its words.
 */

export * from './adversary.ts'
export * from './algorithm.ts'
export * from './channel.ts'
export * from './claim.ts'
export * from './clock.ts'
export * from './configuration.ts'
export * from './crossing.ts'
export type * from './detector.ts'
export * from './execution.ts'
export type * from './faults.ts'
export * from './history.ts'
export * from './instance.ts'
export * from './knowledge.ts'
export * from './message.ts'
export * from './network.ts'
export * from './processor.ts'
export * from './property.ts'
export * from './service.ts'
export * from './setting.ts'
export type * from './stabilisation.ts'
