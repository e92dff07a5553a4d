import type { AnyAlgorithm } from '../model/index.ts'

/** The state of a processor that comes back: what is stable as it was before the crash, all else as at first. */
export const recoveredState = (algorithm: AnyAlgorithm, before: object, initial: object): object => ({
  ...initial,
  ...algorithm.stable?.(before),
})
