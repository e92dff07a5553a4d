import type { SharedMemoryAlgorithm } from './algorithm.ts'
import type { SharedObject } from './object.ts'

/** Whatever runs on shared memory: a lock or an object. */
export type AnySharedAlgorithm = SharedMemoryAlgorithm | SharedObject

/** Whether an algorithm is one for shared memory. */
export const isShared = (algorithm: object): algorithm is AnySharedAlgorithm =>
  'operations' in algorithm && 'variables' in algorithm

/** Whether it is an object. */
export const isSharedObject = (algorithm: AnySharedAlgorithm): algorithm is SharedObject =>
  typeof algorithm.service === 'object'
