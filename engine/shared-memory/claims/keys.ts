import { InputError } from '../../errors.ts'
import { didYouMean } from '../../suggest.ts'
import type { AlgorithmLore } from '../model/index.ts'

/** Throws an InputError unless an algorithm has all the keys that are needed, and no others. */
export function assertKeysOf(
  algorithm: AlgorithmLore,
  keys: Readonly<Record<string, 'needed' | 'optional'>>,
  what: string,
): void {
  const { name, requires } = algorithm
  const place = typeof name === 'string' && name !== '' ? name : 'an algorithm for shared memory'
  for (const key of Object.keys(algorithm))
    if (!Object.hasOwn(keys, key))
      throw new InputError(`${place}: ${key}: there is no such key${didYouMean(key, Object.keys(keys))}`)
  for (const [key, kind] of Object.entries(keys))
    if (kind === 'needed' && !Object.hasOwn(algorithm, key))
      throw new InputError(`${place}: ${key}: missing; docs/shared-memory.md shows what ${what} consists of`)
  for (const key of Object.keys(requires))
    if (key !== 'size' && key !== 'sizeMin')
      throw new InputError(`${place}: requires.${key}: there is no such key; known: size, sizeMin`)
}
