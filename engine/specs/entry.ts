import type { Formula } from '../formula/formula.ts'

/** What the entries of catalogues say of themselves, and what becomes of a spec that names one. */

interface AnyParameter {
  readonly description: string
  /** What an axis and a sentence call it; default: its name. */
  readonly title?: string
}

/** A parameter whose value is a number. */
export interface NumberParameter extends AnyParameter {
  readonly kind: 'number' | 'integer'
  /** Undefined: the parameter may be left out and is then absent. */
  readonly default?: number
  readonly min?: number
  readonly max?: number
  /** The bound `min` itself is not allowed. */
  readonly aboveMin?: true
}

/** A parameter whose value is a text, perhaps one of a few. */
export interface TextParameter extends AnyParameter {
  readonly kind: 'text'
  readonly default?: string
  readonly choices?: readonly string[]
  /** The text is the path of a file that the entry reads. */
  readonly isPath?: true
}

/** A parameter of an entry, such as the degree in `gnp:degree=8`. */
export type Parameter = NumberParameter | TextParameter
/** The values of an entry's parameters, by name. */
export type ParameterValues = Readonly<Record<string, number | string | undefined>>

/** What every entry of a catalogue says of itself. */
export interface Entry {
  readonly name: string
  readonly summary: string
  readonly parameters: Readonly<Record<string, Parameter>>
  /** The parameter that a bare value sets: `file:net.gml` for `file:path=net.gml`. */
  readonly positional?: string
  /** Other names for it, each with the parameters that it stands for: `{ 'time-ratio': 'measure=time' }`. */
  readonly named?: Readonly<Record<string, string>>
  /** What people call it, whatever its parameters: “G(n, p)”. Default: its name, with blanks for hyphens. */
  readonly title?: string
  /** What people call it with these parameters: “G(n, p), mean degree 8”. Default: its title, then what was given. */
  words?(parameters: Pick<Parsed<Entry>, 'values' | 'given'>): string
}

/** A spec that was read: the entry, its parameters, and its canonical spelling. */
export interface Parsed<E extends Entry> {
  readonly entry: E
  /** All parameters, with defaults filled in; a formula in n as it was typed, unless it was read for some n. */
  readonly values: ParameterValues
  /** Those that depend on n, the number of processors. */
  readonly formulas: Readonly<Record<string, Formula>>
  /** Those alone that were given, as they were, in the order in which the entry declares them. */
  readonly given: ParameterValues
  /** The name and what was given. */
  readonly spec: string
}

/** The canonical spelling of an entry with some of its parameters. */
export function spelled({ name, parameters, positional }: Entry, given: ParameterValues): string {
  const written = Object.keys(parameters).flatMap((key) => {
    if (given[key] === undefined) return []
    return key === positional ? String(given[key]) : `${key}=${given[key]}`
  })
  return written.length === 0 ? name : `${name}:${written.join(',')}`
}

/** The paths of the files that a spec names. */
export function pathsIn({ entry, values }: Parsed<Entry>): string[] {
  return Object.entries(entry.parameters).flatMap(([key, parameter]) => {
    const value = values[key]
    return parameter.kind === 'text' && parameter.isPath && value !== undefined ? [String(value)] : []
  })
}
