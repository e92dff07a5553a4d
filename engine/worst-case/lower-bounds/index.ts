/** Adversaries that prove lower bounds, against any algorithm that the theorem is about. */

export * from './agreement/index.ts'
export * from './anonymous-ring.ts'
export * from './bivalence/index.ts'
export * from './locks/index.ts'
export * from './open-edge.ts'
export * from './sessions/index.ts'
export * from './shifting/index.ts'
