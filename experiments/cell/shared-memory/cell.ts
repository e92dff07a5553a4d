import type { Cell } from '../../../engine/index.ts'

/** What stands in the place of a network where processors share memory. */
export const sharedMemory = 'shared-memory'

/** The cell of an algorithm for shared memory. Where others have delays, it has a scheduler. */
export const sharedCell = (
  algorithm: string,
  n: number,
  scheduler: string,
  seed: number,
  replicate = 0,
): Cell => ({
  algorithm,
  timing: 'asynchronous',
  topology: sharedMemory,
  n,
  delay: scheduler,
  wakeup: 'all',
  faults: 'none',
  inputs: 'random',
  replicate,
  seed,
})
