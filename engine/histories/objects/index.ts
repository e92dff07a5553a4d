import { Catalogue } from '../../specs/catalogue.ts'
import { consensus } from './consensus.ts'
import { counter } from './counter.ts'
import { fetchAndAdd } from './fetch-and-add.ts'
import { keyValue } from './key-value.ts'
import { queue } from './queue.ts'
import { register } from './register.ts'
import type { ObjectFamily, SequentialObject } from './sequential-object.ts'
import { snapshot } from './snapshot.ts'
import { stack } from './stack.ts'
import { testAndSet } from './test-and-set.ts'
import { weakCoin } from './weak-coin.ts'

/** All sequential objects, by specs such as `register:initial=0`. */
export const sequentialObjects = new Catalogue<ObjectFamily>('object', [
  register,
  keyValue,
  queue,
  stack,
  counter,
  fetchAndAdd,
  testAndSet,
  snapshot,
  consensus,
  weakCoin,
])

/** The object that a spec names. Throws an InputError. */
export function createObject(spec: string): SequentialObject {
  const { entry, values } = sequentialObjects.parse(spec)
  return entry.create(values)
}
