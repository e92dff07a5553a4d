import { InputError } from '../errors.ts'
import { Catalogue } from '../specs/catalogue.ts'
import type { Entry, Parameter, ParameterValues, Parsed } from '../specs/entry.ts'
import { isSized, type SizedSpecs } from '../specs/expanded.ts'
import { titleOf } from '../specs/words.ts'
import type { Fault } from './fault.ts'
import type { FaultContext, FaultFamily } from './fault-family.ts'

/** Several kinds at once, or one, or none. */
interface Faults extends Parsed<Entry> {
  readonly parts: readonly Parsed<FaultFamily>[]
}

/** The catalogue of faults, whose specs are joined by plus signs: `crash:f=1+loss:rate=0.1`. */
export class FaultCatalogue {
  readonly kind = 'faults'
  readonly #families: Catalogue<FaultFamily>
  /** Where one kind ends and the next begins: a plus sign before a name. Lists and sums have others. */
  readonly #between: RegExp
  readonly #known = new Map<string, Faults>()

  constructor(families: readonly FaultFamily[]) {
    this.#families = new Catalogue('faults', families)
    const names = families.map(({ name }) => name).join('|')
    this.#between = new RegExp(`\\+(?=\\s*(?:${names})\\s*(?:[:+]|$))`)
  }

  get entries(): readonly FaultFamily[] {
    return this.#families.entries
  }

  /** Throws an InputError if it is no spec of faults, or if they contradict each other. */
  parse(spec: string): Faults {
    const parsed = this.#known.get(spec) ?? this.#parse(spec.trim())
    this.#known.set(spec, parsed)
    return parsed
  }

  /** The same; null for what is no spec. */
  find(spec: string): Faults | null {
    try {
      return this.parse(spec)
    } catch (error) {
      if (error instanceof InputError) return null
      throw error
    }
  }

  /** The families that a spec names, as one entry, also where it has ranges. */
  entryOf(spec: string): Entry {
    if (spec.trim() === none) return joined([])
    return joined(spec.split(this.#between).map((part) => this.#families.entryOf(part)))
  }

  /** A spec for n processors: formulas have their values. Throws an InputError. */
  at(spec: string, n: number): Faults {
    if (spec.trim() === none) return this.parse(spec)
    return together(spec.split(this.#between).map((part) => this.#families.at(part.trim(), n)))
  }

  /** The specs that one with ranges stands for, as in other catalogues. */
  each(spec: string): readonly string[] | SizedSpecs {
    if (spec.trim() === none) return [none]
    const parts = spec.split(this.#between).map((part) => this.#families.each(part.trim()))
    const crossed = (lists: readonly (readonly string[])[]): readonly string[] =>
      lists
        .reduce<string[][]>((all, list) => all.flatMap((begun) => list.map((one) => [...begun, one])), [[]])
        .map((one) => this.parse(one.join('+')).spec)
    if (!parts.some(isSized)) return crossed(parts as (readonly string[])[])
    return {
      spec: parts.map((part) => (isSized(part) ? part.spec : part.join())).join('+'),
      at: (n) => crossed(parts.map((part) => (isSized(part) ? part.at(n) : part))),
    }
  }

  /** What people call it: “crashes, f 2, and losses, rate 0.1”. */
  wordsFor(spec: string): string {
    const parsed = this.find(spec)
    if (parsed === null || parsed.spec === none) return parsed === null ? spec : 'no faults'
    return parsed.parts.map((part) => this.#families.wordsFor(part.spec)).join(', with ')
  }

  #parse(spec: string): Faults {
    if (spec === none) return together([])
    return together(spec.split(this.#between).map((part) => this.#families.parse(part.trim())))
  }
}

/** What stands where there are no faults. */
export const none = 'none'

/** Kinds at once. Throws an InputError if one stands there twice, or contradicts itself. */
function together(parts: readonly Parsed<FaultFamily>[]): Faults {
  for (const [i, { entry, values }] of parts.entries()) {
    if (parts.findIndex((other) => other.entry === entry) < i)
      throw new InputError(`faults ${entry.name} stand there twice; give all of them in one`)
    entry.check?.(values)
  }
  const named = (of: (part: Parsed<FaultFamily>) => ParameterValues): ParameterValues =>
    Object.assign({}, ...parts.map((part) => prefixed(parts.length, part.entry, of(part))))
  return {
    parts,
    entry: joined(parts.map(({ entry }) => entry)),
    values: named(({ values }) => values),
    given: named(({ given }) => given),
    formulas: Object.assign({}, ...parts.map((part) => prefixed(parts.length, part.entry, part.formulas))),
    spec: parts.length === 0 ? none : parts.map((part) => part.spec).join('+'),
  }
}

/** The entry that several are together; where there are two or more, parameters have their names before them. */
function joined(entries: readonly FaultFamily[]): Entry {
  if (entries.length === 1) return entries[0]!
  const name = entries.length === 0 ? none : entries.map(({ name }) => name).join('+')
  const known = combinations.get(name)
  if (known !== undefined) return known
  const parameters: Readonly<Record<string, Parameter>> = Object.assign(
    {},
    ...entries.map((entry) => prefixed(entries.length, entry, entry.parameters)),
  )
  const summary = entries.length === 0 ? 'nothing fails' : entries.map((one) => one.summary).join('; and ')
  const title = entries.length === 0 ? 'no faults' : entries.map(titleOf).join(' and ')
  const entry = { name, title, summary, parameters }
  combinations.set(name, entry)
  return entry
}

const combinations = new Map<string, Entry>()

const prefixed = <V>(count: number, { name }: Entry, values: Readonly<Record<string, V>>) =>
  count === 1
    ? values
    : Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}-${key}`, value]))

/** How many processors these faults may make faulty. */
export const faultyCount = ({ parts }: Faults): number =>
  parts.reduce((sum, { entry, values }) => sum + entry.faulty(values), 0)

/** What each kind does in one execution. */
export const created = (
  { parts }: Faults,
  contextOf: (part: Parsed<FaultFamily>) => FaultContext,
): readonly Fault[] => parts.map((part) => part.entry.create(contextOf(part)))
