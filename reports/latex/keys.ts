import { groupBy } from '../group-by.ts'
import type { GroupKey, Results } from '../statistics/groups.ts'
import { type Dimension, dimensions, specOf } from '../wording/dimensions.ts'

/**
 * How the settings of a sweep are called in the keys of macros: algorithm and topology, then whatever else the sweep
 * varies, as `lcr/ring/ids-worst`. Each is the spec in lower case, with a hyphen for all but letters, digits and dots,
 * so that no package and no language gives a character of it a meaning.
 */
export class Keys {
  readonly #dimensions: readonly Dimension[]
  readonly #words: ReadonlyMap<Dimension, ReadonlyMap<string, string>>

  constructor({ groups, worstCases }: Results) {
    const keys: readonly GroupKey[] = [...groups.map(({ key }) => key), ...worstCases]
    const specs = new Map(
      dimensions.map((dimension) => [dimension, [...new Set(keys.map((key) => specOf(key, dimension)))]]),
    )
    this.#words = new Map([...specs].map(([dimension, values]) => [dimension, distinctWords(values)]))
    // A worst case has no delays, so that those of sampled runs are told apart among themselves.
    const varied = (dimension: Dimension) =>
      new Set(groups.map(({ key }) => specOf(key, dimension))).size > 1 ||
      (dimension !== 'delay' && specs.get(dimension)!.length > 1)
    this.#dimensions = dimensions.filter(
      (dimension) => dimension === 'algorithm' || dimension === 'topology' || varied(dimension),
    )
  }

  /** What the parts of a setting's key are. */
  get form(): string {
    return this.#dimensions.map((dimension) => dimension.toUpperCase()).join('/')
  }

  algorithm(name: string): string {
    return this.#words.get('algorithm')!.get(name) ?? word(name)
  }

  /** The setting of sampled runs; `without` names dimensions that go without saying. */
  setting(key: GroupKey, ...without: readonly Dimension[]): string {
    return this.#dimensions
      .filter((dimension) => !without.includes(dimension))
      .map((dimension) => this.#words.get(dimension)!.get(specOf(key, dimension))!)
      .join('/')
  }
}

/** A word for each spec; where two would have the same, the later ones are numbered. */
function distinctWords(specs: readonly string[]): Map<string, string> {
  const namesakes = groupBy(specs, word)
  return new Map(
    specs.map((spec) => {
      const place = namesakes.get(word(spec))!.indexOf(spec)
      return [spec, place === 0 ? word(spec) : `${word(spec)}--${place + 1}`]
    }),
  )
}

/** A spec or a name as keys have it. */
export function word(spec: string): string {
  const plain = spec
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'other' : plain
}
