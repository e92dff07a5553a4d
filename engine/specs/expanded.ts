import { type Entry, spelled } from './entry.ts'
import { dependsOnSize, isRange, type Range, readRange, valuesOf } from './range.ts'

/** A spec whose ranges depend on the number of processors. */
export interface SizedSpecs {
  /** In its canonical spelling. */
  readonly spec: string
  /** The specs for n processors; none where a range is empty. Throws an InputError where a formula has no value. */
  at(n: number): readonly string[]
}

/** Whether the specs that one stands for depend on the number of processors. */
export const isSized = (specs: readonly string[] | SizedSpecs): specs is SizedSpecs => 'spec' in specs

type Texts = ReadonlyMap<string, string>

/**
 * The specs that an entry with these texts for its parameters stands for: one for each value of its ranges, every range
 * with every other. `where` opens messages about a parameter, and `specOf` spells the spec of single values.
 */
export function expanded(
  entry: Entry,
  texts: Texts,
  where: (key: string) => string,
  specOf: (texts: Texts) => string,
): readonly string[] | SizedSpecs {
  const ranges = new Map<string, Range>()
  for (const [key, text] of texts)
    if (entry.parameters[key]!.kind !== 'text' && isRange(text)) ranges.set(key, readRange(text, where(key)))
  const at = (n: number): string[] => {
    let all: Texts[] = [texts]
    for (const [key, range] of ranges) {
      const values = valuesOf(range, n, where(key))
      all = all.flatMap((one) => values.map((value) => new Map(one).set(key, String(value))))
    }
    return all.map(specOf)
  }
  return [...ranges.values()].some(dependsOnSize)
    ? { spec: spelled(entry, Object.fromEntries(texts)), at }
    : at(Number.NaN)
}
