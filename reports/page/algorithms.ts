import {
  type AlgorithmFamily,
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  adoptFamily,
  algorithmOver,
  over,
  splitName,
} from '../../engine/index.ts'
import { placeModule, shellOf } from '../../experiments/cell/index.ts'
import { type Program, programText } from './replay/shared/program.ts'
import type { Catalogue, TravelData } from './set-up.ts'
import { textOf } from './text-of.ts'

/** The algorithms that the page can run: the catalogue's, and those of users' modules as these come in. */
export class PageAlgorithms {
  readonly #catalogue: Catalogue
  readonly #data: TravelData
  readonly #modules = new Map<string, Readonly<Record<string, unknown>> | string>()

  constructor(catalogue: Catalogue, data: TravelData) {
    this.#catalogue = catalogue
    this.#data = data
  }

  addModule(path: string, exports: Readonly<Record<string, unknown>> | string): void {
    this.#modules.set(path, exports)
    if (typeof exports !== 'string') for (const value of Object.values(exports)) adoptFamily(value)
  }

  /** The algorithm of this name. Throws an error that says why it is not in the page. */
  named(name: string): AnyAlgorithm {
    const path = this.#data.modules[name]
    const found = path === undefined ? this.#catalogue : this.#inModule(path)
    const algorithm =
      overSharedMemory(name, found) ??
      algorithmOver(name, found.filter(isAlgorithm), found.filter(isFamily), (file) =>
        textOf(this.#data, file),
      )
    if (algorithm === undefined) throw new Error(`The algorithm ${name} is not in this page.`)
    if (path !== undefined) placeModule(algorithm, { path, shown: path })
    return algorithm
  }

  /** The same for shared memory, with its lines as its author wrote them. */
  shared(name: string): { readonly algorithm: AnySharedAlgorithm; readonly program: Program } {
    const path = this.#data.modules[name]
    const found = path === undefined ? this.#catalogue : this.#inModule(path)
    const algorithm = found.filter(isShared).find((one) => one.name === name)
    if (algorithm === undefined) throw new Error(`The algorithm ${name} is not in this page.`)
    if (path !== undefined) placeModule(shellOf(algorithm), { path, shown: path })
    return { algorithm, program: this.#data.programs[name] ?? programText(algorithm) }
  }

  #inModule(path: string): Catalogue {
    const exports = this.#modules.get(path) ?? this.#data.missing[path] ?? 'it is not in this page'
    if (typeof exports === 'string') throw new Error(`${path} cannot run in a page: ${exports}.`)
    return algorithmsIn(exports)
  }
}

/** An algorithm for shared memory in wrappers, by its name; undefined if it is none. */
function overSharedMemory(name: string, found: Catalogue): AnyAlgorithm | undefined {
  const { innermost, specs } = splitName(name)
  const shared = found.filter(isShared).find((one) => one.name === innermost)
  return shared === undefined || specs === null ? undefined : over(shared, specs)
}

/** The algorithms and their families among the exports, and those in the experiments among them. */
function algorithmsIn(exports: Readonly<Record<string, unknown>>): Catalogue {
  const values = Object.values(exports).flatMap((value) => {
    const listed = (value as { algorithms?: unknown } | null | undefined)?.algorithms
    return Array.isArray(listed) ? (listed as unknown[]) : [value]
  })
  return values.filter((value) => isAlgorithm(value) || isFamily(value) || isShared(value)) as Catalogue
}

const isAlgorithm = (value: unknown): value is AnyAlgorithm =>
  typeof (value as AnyAlgorithm | null | undefined)?.initially === 'function' && !isShared(value)

const isShared = (value: unknown): value is AnySharedAlgorithm =>
  typeof (value as AnySharedAlgorithm | null | undefined)?.operations === 'object'

const isFamily = (value: unknown): value is AlgorithmFamily =>
  typeof (value as AlgorithmFamily | null | undefined)?.with === 'function'
