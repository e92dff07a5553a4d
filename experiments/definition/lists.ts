import { InputError, isSized, type SizedSpecs } from '../../engine/index.ts'

/** Reads every item of a list, and allows none twice: two equal rows would count one run double. */
export function each<T, R>(
  key: string,
  items: readonly T[],
  read: (item: T) => R,
  nameOf: (result: R) => string = String,
): R[] {
  const seen = new Set<string>()
  return items.map((item, i) => {
    try {
      const result = read(item)
      const name = nameOf(result)
      if (seen.has(name)) throw new InputError(`${name} is listed twice`)
      seen.add(name)
      return result
    } catch (error) {
      throw error instanceof InputError ? new InputError(`${key}[${i}]: ${error.message}`) : error
    }
  })
}

/** Reads a list of specs: a range stands for all its values; one that depends on n stays as it is. */
export function eachSpec(
  key: string,
  given: readonly string[],
  catalogue: { each(spec: string): readonly string[] | SizedSpecs },
): string[] {
  const read = given.map((spec, i) => {
    try {
      const specs = catalogue.each(spec)
      return isSized(specs) ? [specs.spec] : specs
    } catch (error) {
      throw error instanceof InputError ? new InputError(`${key}[${i}]: ${error.message}`) : error
    }
  })
  const seen = new Set<string>()
  for (const [i, specs] of read.entries())
    for (const spec of specs) {
      if (seen.has(spec)) throw new InputError(`${key}[${i}]: ${spec} is listed twice`)
      seen.add(spec)
    }
  return read.flat()
}

/** The specs of a list whose ranges depend on n. */
export const sizedIn = (specs: readonly string[], catalogue: Parameters<typeof eachSpec>[2]): string[] =>
  specs.filter((spec) => isSized(catalogue.each(spec)))
