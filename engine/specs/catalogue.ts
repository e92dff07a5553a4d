/**
 * Names with parameters, in one syntax everywhere: `gnp:degree=8`, `uniform:min=0.2,max=1`, `file:net.gml`.
 *
 * A catalogue holds the entries of one kind (topologies, delays, wake-ups). It reads a spec, fills in defaults,
 * checks every value, and says what would be right when something is wrong.
 */
import { InputError } from '../errors.ts'
import { didYouMean } from './suggest.ts'

export interface NumberParameter {
  readonly kind: 'number' | 'integer'
  readonly description: string
  /** Undefined: the parameter may be left out and is then absent. */
  readonly default?: number
  readonly min?: number
  readonly max?: number
  /** The bound `min` itself is not allowed. */
  readonly aboveMin?: true
}

export interface TextParameter {
  readonly kind: 'text'
  readonly description: string
  readonly default?: string
  readonly choices?: readonly string[]
}

export type Parameter = NumberParameter | TextParameter
export type ParameterValues = Readonly<Record<string, number | string | undefined>>

/** What every entry of a catalogue says of itself. */
export interface Entry {
  readonly name: string
  readonly summary: string
  readonly parameters: Readonly<Record<string, Parameter>>
  /** The parameter that a bare value sets: `file:net.gml` for `file:path=net.gml`. */
  readonly positional?: string
}

/** A spec that was read: the entry, its parameters with defaults filled in, and its canonical spelling. */
export interface Parsed<E extends Entry> {
  readonly entry: E
  readonly values: ParameterValues
  /** The name and only those parameters that were given, in the order in which the entry declares them. */
  readonly spec: string
}

export class Catalogue<E extends Entry> {
  /** What one entry is called in messages: “unknown topology …”. */
  readonly kind: string
  readonly #entries: ReadonlyMap<string, E>

  constructor(kind: string, entries: readonly E[]) {
    this.kind = kind
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]))
  }

  get entries(): readonly E[] {
    return [...this.#entries.values()]
  }

  parse(spec: string): Parsed<E> {
    const colon = spec.indexOf(':')
    const name = (colon < 0 ? spec : spec.slice(0, colon)).trim()
    const entry = this.#entries.get(name)
    if (entry === undefined) {
      const known = [...this.#entries.keys()]
      const hint = didYouMean(name, known) || `; known: ${known.join(', ')}`
      throw new InputError(`unknown ${this.kind} “${name}”${hint}`)
    }
    const given = colon < 0 ? new Map<string, string>() : this.#readGiven(entry, spec.slice(colon + 1))
    const values: Record<string, number | string | undefined> = {}
    const written: string[] = []
    for (const [key, parameter] of Object.entries(entry.parameters)) {
      const text = given.get(key)
      values[key] = text === undefined ? parameter.default : this.#value(entry, key, parameter, text)
      if (text !== undefined)
        written.push(key === entry.positional ? String(values[key]) : `${key}=${values[key]}`)
    }
    return { entry, values, spec: written.length === 0 ? name : `${name}:${written.join(',')}` }
  }

  /** What each part sets. Only the first can be a bare value, which may itself contain an equals sign. */
  #readGiven(entry: E, text: string): ReadonlyMap<string, string> {
    const given = new Map<string, string>()
    for (const [index, part] of text.split(',').entries()) {
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

  #value(entry: E, key: string, parameter: Parameter, text: string): number | string {
    const where = `${this.kind} ${entry.name}: ${key}=${text}`
    if (parameter.kind === 'text') {
      if (parameter.choices !== undefined && !parameter.choices.includes(text))
        throw new InputError(`${where} is none of ${parameter.choices.join(', ')}`)
      return text
    }
    const value = Number(text)
    if (text === '' || !Number.isFinite(value)) throw new InputError(`${where} is not a number`)
    if (parameter.kind === 'integer' && !Number.isSafeInteger(value))
      throw new InputError(`${where} is not an integer`)
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter
    if (parameter.aboveMin ? value <= min : value < min)
      throw new InputError(
        `${where} is too small; it must be ${parameter.aboveMin ? 'above' : 'at least'} ${min}`,
      )
    if (value > max) throw new InputError(`${where} is too large; it must be at most ${max}`)
    return value
  }
}
