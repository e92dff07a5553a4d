/** The algorithms for asynchronous shared memory that come with the package: locks, and objects. */
import type { AnySharedAlgorithm, SharedMemoryAlgorithm, SharedObject } from '../engine/index.ts'
import * as registers from './registers-from-registers/index.ts'
import * as locks from './shared-mutual-exclusion/index.ts'
import * as objects from './shared-objects/index.ts'

export * from './registers-from-registers/index.ts'
export * from './shared-mutual-exclusion/index.ts'
export * from './shared-objects/index.ts'
export { sharedCoinWith } from './shared-objects/shared-coin.ts'

// Marked as pure, so that pages take the algorithms that they show and not the whole catalogue.

/** The locks. */
export const sharedMemoryAlgorithms: readonly SharedMemoryAlgorithm[] =
  /* @__PURE__ */ Object.values<SharedMemoryAlgorithm>(locks)

/** The objects made of shared variables. */
export const sharedObjects: readonly SharedObject[] = /* @__PURE__ */ Object.values<SharedObject>({
  ...registers,
  ...objects,
})

/** Both. */
export const sharedAlgorithms: readonly AnySharedAlgorithm[] =
  /* @__PURE__ */ Object.values<AnySharedAlgorithm>({ ...locks, ...registers, ...objects })
