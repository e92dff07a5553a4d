import { InputError } from '../errors.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import type { ObjectState, SharedObject } from '../shared-memory/index.ts'
import type { Around } from './inside.ts'

/** The state of a processor whose algorithm runs on shared memory instead of a network. */
export interface OnMemory extends Around, ObjectState {
  /** How many messages the algorithm inside has sent, by type. */
  readonly sent: Record<string, number>
}

/** The object by which the processors of an instance run an algorithm on shared memory; the seed is that of their coins. */
type ObjectOf = (instance: ComputedInstance, seed: number) => SharedObject

const objects = new WeakMap<object, ObjectOf>()

/** Notes that an algorithm runs on shared memory, and how. */
export function noteOnMemory(algorithm: AnyAlgorithm, objectOf: ObjectOf): void {
  objects.set(algorithm, objectOf)
}

/** The object as which an algorithm runs on shared memory. Throws an InputError if the algorithm does not. */
export function memoryObject(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  seed: number,
): SharedObject {
  const objectOf = objects.get(algorithm)
  if (objectOf !== undefined) return objectOf(instance, seed)
  throw new InputError(`${algorithm.name} does not run on shared memory (over registers it does)`)
}

/** Whether an algorithm has its messages pass through shared memory, as those over registers do. */
export const isOnMemory = (algorithm: object): boolean => objects.has(algorithm)
