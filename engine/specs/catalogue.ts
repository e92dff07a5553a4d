/**
 * Names with parameters, in one syntax everywhere: `gnp:degree=8`, `uniform:min=0.2,max=1`, `file:net.gml`.
 *
 * A catalogue holds the entries of one kind (topologies, delays, wake-ups). It reads a spec, fills in defaults,
 * checks every value, and says what would be right when something is wrong. It also says what a spec is called.
 * The value of a number can be a formula in n, as in `gnp:p=2ln(n)/n`; a spec with ranges, such as `gnp:degree=4..16`,
 * stands for several.
 */
import { InputError } from '../errors.ts'
import type { Formula } from '../formula/formula.ts'
import { didYouMean } from '../suggest.ts'
import { type Entry, type NumberParameter, type Parsed, spelled } from './entry.ts'
import { expanded, type SizedSpecs } from './expanded.ts'
import { formulaAt, readValue } from './read-value.ts'
import { splitAtCommas } from './split.ts'
import { titleOf, withParameters } from './words.ts'

/** The entries of one kind, such as the topologies, with the one syntax in which they are named. */
export class Catalogue<E extends Entry> {
  /** What one entry is called in messages: “unknown topology …”. */
  readonly kind: string
  readonly entries: E[]
  readonly #own = new Set<E>()
  /** By name, an entry and the parameters that the name stands for. */
  readonly #byName = new Map<string, { readonly entry: E; readonly parameters: string }>()
  readonly #opening: (title: string) => string
  /** What was read so far: a sweep has few specs and asks for them again and again. */
  readonly #known = new Map<string, Parsed<E>>()

  /** `opening` makes the title of an entry the beginning of what people call it with parameters: “Ring, not oriented”. */
  constructor(kind: string, entries: readonly E[], opening: (title: string) => string = (title) => title) {
    this.kind = kind
    this.entries = [...entries]
    for (const entry of entries) this.#byName.set(entry.name, { entry, parameters: '' })
    for (const entry of entries)
      for (const [name, parameters] of Object.entries(entry.named ?? {}))
        this.#byName.set(name, { entry, parameters })
    this.#opening = opening
  }

  /** The entries that were added by users' modules. */
  get own(): readonly E[] {
    return [...this.#own]
  }

  isOwn(entry: E): boolean {
    return this.#own.has(entry)
  }

  /** Adds entries that come with the package, from a room that the engine does not know. Returns them. */
  provide(entries: readonly E[]): readonly E[] {
    for (const entry of entries) {
      if (this.#byName.get(entry.name)?.entry === entry) continue
      this.entries.push(entry)
      this.#byName.set(entry.name, { entry, parameters: '' })
    }
    this.#known.clear()
    return entries
  }

  /** Adds an entry of a user's own. One that was only described gives way. Throws an InputError if the name is taken. */
  add(entry: E): void {
    const known = this.#byName.get(entry.name)?.entry
    if (known === entry) return
    if (known !== undefined && !('described' in known))
      throw new InputError(
        `the name ${entry.name} belongs to ${this.#own.has(known) ? 'another' : `a ${this.kind} of the catalogue`}; choose another`,
      )
    if (known !== undefined) {
      this.entries.splice(this.entries.indexOf(known), 1)
      this.#own.delete(known)
    }
    this.entries.push(entry)
    this.#own.add(entry)
    this.#byName.set(entry.name, { entry, parameters: '' })
    this.#known.clear()
  }

  /** Throws an InputError if there is no such entry, or if it has no such parameters. */
  parse(spec: string): Parsed<E> {
    const parsed = this.#known.get(spec) ?? this.#parse(spec)
    this.#known.set(spec, parsed)
    return parsed
  }

  /** The same; null for what is no spec, as in the results of another version. */
  find(spec: string): Parsed<E> | null {
    try {
      return this.parse(spec)
    } catch (error) {
      if (error instanceof InputError) return null
      throw error
    }
  }

  /** The entry that a spec names, also one with ranges. */
  entryOf(spec: string): E {
    return this.#open(spec).entry
  }

  /** What people call a spec: “G(n, p), mean degree 8”. What is no spec is called as it is spelled. */
  wordsFor(spec: string): string {
    const parsed = this.find(spec)
    if (parsed === null) return spec
    const { entry, given } = parsed
    return entry.words?.(parsed) ?? withParameters(this.#opening(titleOf(entry)), entry, given)
  }

  /** A spec for networks of n processors: formulas have their values. Throws an InputError where one has none. */
  at(spec: string, n: number): Parsed<E> {
    const parsed = this.parse(spec)
    const { entry, formulas, values } = parsed
    const depending = Object.entries(formulas)
    if (depending.length === 0) return parsed
    const found = depending.map(([key, formula]) => {
      const parameter = entry.parameters[key] as NumberParameter
      return [key, formulaAt(parameter, formula, n, `${this.kind} ${entry.name}: ${key}=${formula.source}`)]
    })
    return { ...parsed, values: { ...values, ...Object.fromEntries(found) } }
  }

  /**
   * The specs that one stands for, each in its canonical spelling: itself, or one for each value of its ranges. Where the
   * ranges depend on n there is a list for each n. Throws an InputError.
   */
  each(spec: string): readonly string[] | SizedSpecs {
    const { entry, texts } = this.#open(spec)
    const where = (key: string) => `${this.kind} ${entry.name}: ${key}=${texts.get(key)}`
    return expanded(entry, texts, where, (values) => this.#read(entry, values).spec)
  }

  #parse(spec: string): Parsed<E> {
    const { entry, texts } = this.#open(spec)
    return this.#read(entry, texts)
  }

  /** The entry that a spec names, and the text that it gives each parameter. */
  #open(spec: string): { readonly entry: E; readonly texts: ReadonlyMap<string, string> } {
    const colon = spec.indexOf(':')
    const name = (colon < 0 ? spec : spec.slice(0, colon)).trim()
    const { entry, parameters } = this.#byName.get(name) ?? {}
    if (entry === undefined || parameters === undefined) {
      const known = [...this.#byName.keys()]
      const hint = didYouMean(name, known) || `; known: ${known.join(', ')}`
      throw new InputError(`unknown ${this.kind} “${name}”${hint}`)
    }
    const text = [parameters, colon < 0 ? '' : spec.slice(colon + 1)].filter((part) => part !== '').join()
    const texts = colon < 0 && text === '' ? new Map<string, string>() : this.#readGiven(entry, text)
    return { entry, texts }
  }

  #read(entry: E, texts: ReadonlyMap<string, string>): Parsed<E> {
    const given: Record<string, number | string> = {}
    const values: Record<string, number | string | undefined> = {}
    const formulas: Record<string, Formula> = {}
    for (const [key, parameter] of Object.entries(entry.parameters)) {
      const text = texts.get(key)
      if (text !== undefined) {
        const value = readValue(parameter, text, `${this.kind} ${entry.name}: ${key}=${text}`)
        if (typeof value === 'object') formulas[key] = value
        given[key] = typeof value === 'object' ? value.source : value
      }
      values[key] = given[key] ?? parameter.default
    }
    return { entry, values, formulas, given, spec: spelled(entry, given) }
  }

  /** What each part sets. Only the first can be a bare value, which may itself contain an equals sign. */
  #readGiven(entry: E, text: string): ReadonlyMap<string, string> {
    const given = new Map<string, string>()
    for (const [index, part] of splitAtCommas(text).entries()) {
      const equals = part.indexOf('=')
      const word = (equals < 0 ? part : part.slice(0, equals)).trim()
      const named = Object.hasOwn(entry.parameters, word)
      const bare = index === 0 && (equals < 0 || !named) ? entry.positional : undefined
      if (bare === undefined && !named) throw this.#unknownParameter(entry, word)
      if (bare === undefined && equals < 0)
        throw new InputError(`${this.kind} ${entry.name}: write ${word}=VALUE`)
      const key = bare ?? word
      if (given.has(key)) throw new InputError(`${this.kind} ${entry.name}: parameter ${key} is given twice`)
      given.set(key, (bare === undefined ? part.slice(equals + 1) : part).trim())
    }
    return given
  }

  #unknownParameter(entry: E, word: string): InputError {
    const known = Object.keys(entry.parameters)
    const all = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`
    const hint = didYouMean(word, known) || `; ${all}`
    return new InputError(`${this.kind} ${entry.name} has no parameter “${word}”${hint}`)
  }
}
