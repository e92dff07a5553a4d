import { InputError } from '../errors.ts'
import type { History } from '../model/index.ts'
import { broadcastConditions, mutualExclusionConditions } from './conditions.ts'
import { sequentialObjects } from './objects/index.ts'

/** What a history is held to unless somebody says otherwise. */
export interface UsualConditions {
  /** By name. */
  readonly conditions: readonly string[]
  /** The spec of the object that is asked; null where no object is. */
  readonly object: string | null
}

/** The names of the conditions that speak of a sequential object. */
export const atomicityConditions = ['linearizable', 'sequentially-consistent', 'regular', 'safe'] as const

/** The names of all conditions. */
export const conditionNames: readonly string[] = [
  ...atomicityConditions,
  ...mutualExclusionConditions.map(({ name }) => name),
  ...broadcastConditions.map(({ name }) => name),
]

/**
 * Guesses from the operations of a history what it is a history of. Orders of broadcasts are not in it: not every
 * service promises them. Throws an InputError if no object has the operations.
 */
export function usualConditions(name: string, history: History): UsualConditions {
  const asked = new Set(history.flatMap((event) => (event.kind === 'invocation' ? [event.operation] : [])))
  if (asked.has('acquire')) return { conditions: ['mutual-exclusion', 'no-deadlock'], object: null }
  const delivers = history.some((event) => event.kind === 'output' && event.output === 'deliver')
  if (asked.has('broadcast') || delivers)
    return { conditions: ['integrity', 'no-duplication', 'validity', 'agreement'], object: null }
  const family = sequentialObjects.entries.find(({ operations }) =>
    [...asked].every((operation) => operations.includes(operation)),
  )
  if (family !== undefined) return { conditions: ['linearizable'], object: family.name }
  throw new InputError(
    `${name} asks for ${[...asked].join(', ')}; no object of the catalogue has all of these: ` +
      'name one of your own with --object ./mine.ts#name',
  )
}
