/** Wrappers: from an algorithm for one model to one for another, and what they are made of. */

export { arrangeBoth, arrangedOutside, toldInside, toldOutside } from './arranged.ts'
export * from './carrier.ts'
export * from './execute-on-memory.ts'
export * from './inner-view.ts'
export * from './inside.ts'
export { isOnMemory, memoryObject, type OnMemory } from './on-memory.ts'
export * from './over.ts'
export { riding } from './riding.ts'
export { roundsTaken } from './rounds-taken.ts'
export {
  type SharedWrapperFamily,
  type WrapperDefinition,
  type WrapperFamily,
  wrapperFamily,
  wrappers,
} from './wrapper.ts'
