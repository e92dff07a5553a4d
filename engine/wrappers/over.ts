import {
  type AlgorithmFamily,
  algorithmNamed,
  familyParameters,
  noteParameters,
} from '../claims/parametrised.ts'
import { InputError } from '../errors.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import type { AnySharedAlgorithm } from '../shared-memory/index.ts'
import { isSized } from '../specs/expanded.ts'
import { capitalised } from '../specs/words.ts'
import { noteOnMemory } from './on-memory.ts'
import { type AnyWrapperFamily, wrapIn, wrappers } from './wrapper.ts'

/** What can be in a wrapper. */
type Wrappable = AnyAlgorithm | AnySharedAlgorithm

/** What a wrapped algorithm was made of. */
export interface Wrapping {
  /** The algorithm that is not wrapped. */
  readonly innermost: Wrappable
  /** The wrappers, the first next to the algorithm: `alpha+lamport-clocks`. */
  readonly over: string
  readonly families: readonly AnyWrapperFamily[]
}

const wrappings = new WeakMap<Wrappable, Wrapping>()
const made = new WeakMap<Wrappable, Map<string, AnyAlgorithm>>()

/** What an algorithm was made of; null if it is not wrapped. */
export const wrappingOf = (algorithm: Wrappable): Wrapping | null => wrappings.get(algorithm) ?? null

/**
 * An algorithm in wrappers: `over(floodmax, 'alpha+lamport-clocks')`, `over(bakery, 'abd')`, always the same for the same. Throws an InputError if
 * there is no such wrapper, or if one cannot wrap what is in it.
 */
export function over(algorithm: Wrappable, specs: string): AnyAlgorithm {
  const [first = '', ...others] = partsOf(specs)
  return others.reduce(wrapped, wrapped(algorithm, first))
}

/** The wrappers of a composition. */
const partsOf = (specs: string): string[] => specs.split(/\+(?=[a-z])/).map((spec) => spec.trim())

/** The wrappers in the name of an algorithm, the first next to it; none if it is not wrapped. */
export function wrapperSpecs(name: string): string[] {
  const { specs } = splitName(name)
  return specs === null ? [] : partsOf(specs)
}

/** Whether algorithms run on shared memory in the wrapper of this spec. */
export function isMemoryWrapper(spec: string): boolean {
  const entry = wrappers.find(spec)?.entry
  return entry !== undefined && entry.takes !== 'shared memory' && entry.onMemory !== undefined
}

/** Whether an algorithm of this name does because its last wrapper is such a one: `flooding over registers`. */
export const namesOnMemory = (name: string): boolean => wrapperSpecs(name).slice(-1).some(isMemoryWrapper)

/**
 * The compositions that one stands for, in their canonical spelling: itself, or one for each value of its ranges, as in
 * `gamma:K=2..4+1`. Throws an InputError.
 */
export function eachWrappers(specs: string): string[] {
  const parts = partsOf(specs).map((spec) => {
    const each = wrappers.each(spec)
    if (isSized(each)) throw new InputError(`wrapper ${each.spec}: a range of wrappers cannot depend on n`)
    return each
  })
  return parts.reduce<string[]>(
    (begun, part) =>
      part.flatMap((spec) => begun.map((before) => (before === '' ? spec : `${before}+${spec}`))),
    [''],
  )
}

/** What stands between the name of an algorithm and those of its wrappers. */
const between = ' over '

/** The algorithm of a name such as `floodmax over alpha`, of these algorithms and families; undefined if it is none of them. */
export function algorithmOver(
  name: string,
  algorithms: readonly AnyAlgorithm[],
  families: readonly AlgorithmFamily[],
  readFile?: (path: string) => string,
): AnyAlgorithm | undefined {
  const { innermost, specs } = splitName(name)
  const found = algorithmNamed(innermost, algorithms, families, readFile)
  return found === undefined || specs === null ? found : over(found, specs)
}

/** The parts of a name, or of a title: that of the algorithm that is not wrapped, and its wrappers, null if it has none. */
export function splitName(name: string): { readonly innermost: string; readonly specs: string | null } {
  const at = name.indexOf(between)
  if (at < 0) return { innermost: name, specs: null }
  return { innermost: name.slice(0, at), specs: name.slice(at + between.length) }
}

function wrapped(algorithm: Wrappable, spec: string): AnyAlgorithm {
  const { entry, values, spec: canonical, formulas } = wrappers.parse(spec)
  const [formula] = Object.values(formulas)
  if (formula !== undefined)
    throw new InputError(
      `wrapper ${canonical}: ${formula.source} depends on n; a wrapper is the same for every n`,
    )
  const known = made.get(algorithm) ?? new Map<string, AnyAlgorithm>()
  made.set(algorithm, known)
  const found = known.get(canonical)
  if (found !== undefined) return found
  const before = wrappingOf(algorithm)
  const title = wrappers.wordsFor(canonical)
  const result = {
    ...wrapIn(entry, algorithm, values),
    ...wordsOf(algorithm, entry, canonical, title),
  } as AnyAlgorithm
  wrappings.set(result, {
    innermost: before?.innermost ?? algorithm,
    over: before === null ? canonical : `${before.over}+${canonical}`,
    families: [...(before?.families ?? []), entry],
  })
  if (entry.takes !== 'shared memory' && entry.onMemory !== undefined) {
    const { onMemory } = entry
    noteOnMemory(result, (instance, seed) =>
      Object.assign(onMemory(algorithm as AnyAlgorithm, instance, seed), {
        name: result.name,
        title: result.title,
      }),
    )
  }
  noteParameters(result, { ...familyParameters(algorithm as AnyAlgorithm), ...values })
  known.set(canonical, result)
  return result
}

/** What people call it, and what it is. */
function wordsOf(
  algorithm: Wrappable,
  { summary, source }: AnyWrapperFamily,
  spec: string,
  title: string,
): Pick<AnyAlgorithm, 'name' | 'title' | 'summary'> & { readonly source?: string } {
  const again = wrappingOf(algorithm) !== null
  const sources = [algorithm.source, source].filter((one) => one !== undefined)
  return {
    name: `${algorithm.name}${again ? '+' : between}${spec}`,
    title: `${algorithm.title ?? algorithm.name}${again ? ' + ' : between}${title}`,
    summary: [algorithm.summary, summary]
      .filter((one) => one !== undefined)
      .join('. ')
      .replace(/\. (\w)/g, (_, letter: string) => `. ${capitalised(letter)}`),
    ...(sources.length > 0 && { source: sources.join('; ') }),
  }
}
