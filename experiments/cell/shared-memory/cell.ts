import type { Cell } from '../../../engine/index.ts'

/** What stands for the network of those who share memory. */
const sharedMemory = 'shared-memory'

/** A point of a sweep over an algorithm for shared memory: it has a scheduler instead of a network and delays. */
export interface SharedCell extends Cell {
  readonly scheduler: string
}

/** The cell of an algorithm for shared memory. */
export const sharedCell = (
  algorithm: string,
  n: number,
  scheduler: string,
  seed: number,
  replicate = 0,
): SharedCell => ({
  algorithm,
  timing: 'asynchronous',
  topology: sharedMemory,
  n,
  delay: null,
  wakeup: 'all',
  faults: 'none',
  inputs: 'none',
  scheduler,
  replicate,
  seed,
})
