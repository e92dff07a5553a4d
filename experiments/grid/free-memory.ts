import { freemem, totalmem } from 'node:os'

/**
 * The bytes that can be taken before the machine swaps or a container is ended. Only Linux tells what programs leave
 * free, caches of files counted as free; elsewhere it is all that the machine has.
 */
export function freeMemory(): number {
  // Without a limit it is 0 or, by version of Node, far more than any machine has.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY
  return Math.min(limit, process.platform === 'linux' ? freemem() : totalmem())
}
