import type { Catalogue } from '../../engine/index.ts'
import {
  type AnyAlgorithm,
  type Entry,
  type FamilyKind,
  familyKinds,
  InputError,
  isMemoryWrapper,
  wrappingOf,
} from '../../engine/index.ts'
import { type ModulePlace, placeModule, placeOf } from './module-of.ts'
import { sharedMemory } from './shared-memory/cell.ts'

/** A family of a user’s own as a manifest describes it. */
export interface FamilyData {
  readonly kind: FamilyKind
  readonly name: string
  readonly title?: string
  readonly summary: string
  readonly parameters: Entry['parameters']
  readonly positional?: string
  readonly random?: boolean
  /** The path of the user's module that it comes from, from the working directory. */
  readonly module: string
}

const kinds = Object.keys(familyKinds) as FamilyKind[]

const catalogueOf = (kind: FamilyKind): Catalogue<Entry> => familyKinds[kind] as unknown as Catalogue<Entry>

/** Specs of each kind. */
export type SpecsByKind = Readonly<Record<FamilyKind, readonly string[]>>

/** The names of all wrappers that these algorithms are in. */
export const wrapperNames = (algorithms: readonly AnyAlgorithm[]): string[] =>
  algorithms.flatMap((algorithm) => (wrappingOf(algorithm)?.families ?? []).map(({ name }) => name))

/** The families of users' own among those that the specs name, each once, with their modules, as far as these are known. */
export function ownFamilies(
  specs: SpecsByKind,
): { readonly family: FamilyData; readonly place: ModulePlace | null }[] {
  // Schedulers are not among the kinds that users can add to.
  if (specs.topology.includes(sharedMemory)) return []
  const asked = specs.over.some(isMemoryWrapper) ? kinds.filter((kind) => kind !== 'delay') : kinds
  return asked.flatMap((kind) => {
    const entries = specs[kind].map((spec) => catalogueOf(kind).entryOf(spec))
    return [...new Set(entries)]
      .filter((entry) => catalogueOf(kind).isOwn(entry))
      .map((entry) => {
        const { name, title, summary, parameters, positional } = entry
        const place = placeOf(entry) ?? null
        const { random } = entry as { readonly random?: boolean }
        return {
          place,
          family: {
            kind,
            name,
            ...(title !== undefined && { title }),
            summary,
            parameters,
            ...(positional !== undefined && { positional }),
            ...(random !== undefined && { random }),
            module: place?.shown.replaceAll('\\', '/') ?? '',
          },
        }
      })
  })
}

/** Notes that the families which came with a module are its own. */
export function placeFamilies(place: ModulePlace): void {
  for (const kind of kinds)
    for (const entry of catalogueOf(kind).own)
      if (placeOf(entry) === undefined && !('described' in entry)) placeModule(entry, place)
}

/**
 * Lets families that a manifest describes be read in specs where their modules are not loaded: they have names and
 * parameters, and nothing can be built of them.
 */
export function knowFamilies(families: readonly FamilyData[] = []): void {
  for (const { kind, module, ...family } of families) {
    const catalogue = catalogueOf(kind)
    if (catalogue.own.some(({ name }) => name === family.name)) continue
    const unavailable = (): never => {
      throw new InputError(`${kind} ${family.name} is from ${module}, which is not loaded here`)
    }
    const entry = {
      ...family,
      described: true,
      sizeProblem: () => null,
      build: unavailable,
      create: unavailable,
      wrap: unavailable,
    }
    catalogue.add(entry)
    placeModule(entry, { path: module, shown: module })
  }
}

/** A spec as a command line names it: of a user's own family with its module, `./mine.ts#wheel:spokes=4`. */
export function typedSpec(kind: FamilyKind, spec: string): string {
  const entry = catalogueOf(kind).find(spec)?.entry
  const place = entry && catalogueOf(kind).isOwn(entry) ? placeOf(entry) : undefined
  return place === undefined ? spec : `${place.shown.replace(/^(?![./\\]|[A-Za-z]:)/, './')}#${spec}`
}
