import type { AnyAlgorithm } from '../../engine/index.ts'

/** Where a user's module lies. */
interface ModulePlace {
  /** Absolute. */
  readonly path: string
  /** From the working directory, as records and messages name it. */
  readonly shown: string
}

const places = new WeakMap<AnyAlgorithm, ModulePlace>()

/** Remembers which module an algorithm comes from. */
export function placeModule(algorithm: AnyAlgorithm, place: ModulePlace): void {
  places.set(algorithm, place)
}

/** The absolute path of the module that an algorithm was loaded from, if it was. */
export function moduleOf(algorithm: AnyAlgorithm): string | undefined {
  return places.get(algorithm)?.path
}

/** The module as records name it; null for the catalogue's. */
export function recordedModule(algorithm: AnyAlgorithm): string | null {
  return places.get(algorithm)?.shown ?? null
}
