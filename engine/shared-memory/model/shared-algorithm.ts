import type { SharedMemoryAlgorithm } from './algorithm.ts'
import type { SharedObject } from './object.ts'

/** Whatever runs on shared memory: a lock or an object. */
export type AnySharedAlgorithm = SharedMemoryAlgorithm | SharedObject

/** Whether it is an object. */
export const isSharedObject = (algorithm: AnySharedAlgorithm): algorithm is SharedObject =>
  typeof algorithm.service === 'object'
