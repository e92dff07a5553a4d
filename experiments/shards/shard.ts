import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { Shard } from '../cell/index.ts'

/**
 * The shard, from 1 to `count`, of each cell, by the numbers of processors. Cells are dealt like cards, the large networks first, and among those of
 * one size in a scrambled order: in that of the grid, a count that divides the length of a dimension would give one
 * shard all the costly runs. Only integers decide, so that every machine deals alike.
 */
export function dealCells(sizes: Float64Array, count: number): Uint32Array {
  // Multiples of the golden ratio are scattered evenly; the factor is odd, so that no two are equal modulo 2^32.
  const scrambled = (index: number): number => Math.imul(index, 0x9e3779b1) >>> 0
  const order = Uint32Array.from(sizes, (_, index) => index)
  order.sort((a, b) => sizes[b]! - sizes[a]! || scrambled(a) - scrambled(b))
  const shards = new Uint32Array(sizes.length)
  for (const [position, index] of order.entries()) shards[index] = (position % count) + 1
  return shards
}

/** Throws an InputError unless there is such a shard of that many cells. */
export function assertShard({ index, count }: Shard, cells: number): void {
  const whole = Number.isSafeInteger(index) && Number.isSafeInteger(count)
  if (!whole || index < 1 || index > count)
    throw new InputError(
      `there is no shard ${index}/${count}; the shards of ${count} are 1/${count} … ${count}/${count}`,
    )
  if (count > cells)
    throw new InputError(`there are ${cells} runs, too few for ${count} shards; take at most ${cells}`)
}

/** Where the results of a shard go, in the folder for results. */
export const shardFolder = (experiment: string, { index, count }: Shard): string =>
  join(`${experiment}-shards`, `${index}-of-${count}`)
