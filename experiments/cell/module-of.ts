import type { AnyAlgorithm } from '../../engine/index.ts'

/** Where a user's module lies. */
export interface ModulePlace {
  /** Absolute. */
  readonly path: string
  /** From the working directory, as records and messages name it. */
  readonly shown: string
}

const places = new WeakMap<object, ModulePlace>()

/** Remembers which module an algorithm, or a family of networks, delays or wake-ups, comes from. */
export function placeModule(value: object, place: ModulePlace): void {
  places.set(value, place)
}

/** Where it comes from, if that is known. */
export const placeOf = (value: object): ModulePlace | undefined => places.get(value)

/** The absolute path of the module that an algorithm was loaded from, if it was. */
export function moduleOf(algorithm: AnyAlgorithm): string | undefined {
  return places.get(algorithm)?.path
}

/** The module as records name it; null for the catalogue's. */
export function recordedModule(algorithm: AnyAlgorithm): string | null {
  return places.get(algorithm)?.shown ?? null
}

/**
 * A place in code, file:///…/mine.ts:9, as messages name it: from the working directory if it is in the folder of the
 * algorithm's module or below, so that it is the same on every machine; else by the name of the file.
 */
export function shownPlace(place: string, algorithm: AnyAlgorithm): string {
  const path = decodeURIComponent(place.slice('file://'.length))
  const module = places.get(algorithm)
  const folder = module?.path.replace(/[^/\\]*$/, '')
  const within = module !== undefined && !/^(\.\.|\/|[A-Za-z]:)/.test(module.shown)
  if (within && folder !== undefined && path.startsWith(folder))
    return `${module.shown.replace(/[^/\\]*$/, '')}${path.slice(folder.length)}`
  return path.replace(/^.*\//, '')
}
