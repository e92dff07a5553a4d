import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Claim, Claims, Quantity } from '../model/index.ts'
import { Catalogue } from '../specs/catalogue.ts'
import { type Entry, type Parameter, type ParameterValues, type Parsed, pathsIn } from '../specs/entry.ts'
import { isSized } from '../specs/expanded.ts'
import { formulaOf } from './value.ts'

type Parameters = Readonly<Record<string, Parameter>>

/** Values of parameters, each a number or a text as it was declared; files need not be given. */
type Values<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends { readonly isPath: true }
    ? string | undefined
    : P[K]['kind'] extends 'text'
      ? string
      : number
}

/** An algorithm without what its family gives it: `create: ({ f }): Unnamed<Algorithm<State, Message, Input>> => …`. */
export type Unnamed<A> = A extends unknown ? Omit<A, 'name' | 'title'> : never

/** What the author of algorithms with parameters says. */
export interface FamilyDefinition<P extends Parameters = Parameters> {
  /** Kebab-case; with its parameters it is the name of an algorithm: `floodset:f=2`. */
  readonly name: string
  /** What people call it, before its parameters: “FloodSet”. Default: the name, with blanks for hyphens. */
  readonly title?: string
  readonly summary: string
  /** As those of topologies and delays are declared. */
  readonly parameters: P
  /** The algorithm with these values; its name and title follow from them. `readFile` gives the text of a file. */
  create(values: Values<P>, readFile: ReadFile): Unnamed<AnyAlgorithm>
}

/** Gives the text of a file that a parameter names. Throws an InputError where there is none. */
type ReadFile = (path: string) => string

/** Algorithms that differ in parameters alone. */
export interface AlgorithmFamily {
  readonly kind: 'algorithm family'
  readonly name: string
  readonly summary: string
  readonly parameters: Parameters
  /**
   * The algorithm with these parameters, such as `f=2`, always the same for the same; an InputError if they are none.
   * `readFile` is needed where a parameter names a file.
   */
  with(parameters: string, readFile?: ReadFile): AnyAlgorithm
  /** The files that these parameters name. */
  paths(parameters: string): readonly string[]
  /** Those with each value of a range, such as `f=1..4+1`. */
  each(parameters: string): readonly AnyAlgorithm[]
}

/**
 * A family of algorithms: `export const floodset = parametrised({ name: 'floodset', … })` is asked for as
 * `floodset:f=2` on the command line and as `floodset.with('f=2')` in experiments. Parameters that are numbers are
 * quantities of its claims.
 */
export function parametrised<const P extends Parameters>(definition: FamilyDefinition<P>): AlgorithmFamily {
  const { name, summary, parameters } = definition
  const family = definition as unknown as FamilyDefinition
  const catalogue = new Catalogue('algorithm', [family])
  const made = new Map<string, AnyAlgorithm>()
  const specOf = (given: string) => (given === '' ? name : `${name}:${given}`)
  const member = (spec: string, readFile: ReadFile = nothingToRead): AnyAlgorithm => {
    const parsed = catalogue.parse(spec)
    const [formula] = Object.values(parsed.formulas)
    if (formula !== undefined)
      throw new InputError(
        `algorithm ${parsed.spec}: ${formula.source} depends on n; an algorithm is the same for every n`,
      )
    const known = made.get(parsed.spec) ?? create(family, parsed, catalogue.wordsFor(parsed.spec), readFile)
    made.set(parsed.spec, known)
    return known
  }
  return {
    kind: 'algorithm family',
    name,
    summary,
    parameters,
    with: (given, readFile) => member(specOf(given), readFile),
    paths: (given) => pathsIn(catalogue.parse(specOf(given))),
    each(given) {
      const specs = catalogue.each(specOf(given))
      if (isSized(specs))
        throw new InputError(`algorithm ${specs.spec}: a range of algorithms cannot depend on n`)
      return specs.map((spec) => member(spec))
    },
  }
}

/** The algorithm of a name: one of the algorithms, or the member of a family that has these parameters. */
export function algorithmNamed(
  name: string,
  algorithms: readonly AnyAlgorithm[],
  families: readonly AlgorithmFamily[],
  readFile?: ReadFile,
): AnyAlgorithm | undefined {
  const [base, parameters] = partsOf(name)
  return (
    algorithms.find((one) => one.name === name) ??
    families.find((one) => one.name === base)?.with(parameters, readFile)
  )
}

/** The files that the name of an algorithm names which may be one of these families. */
export function pathsInName(name: string, families: readonly AlgorithmFamily[]): readonly string[] {
  const [base, parameters] = partsOf(name)
  return families.find((one) => one.name === base)?.paths(parameters) ?? []
}

const nothingToRead: ReadFile = (path) => {
  throw new InputError(`cannot read “${path}”: algorithms have no files here`)
}

/** The name of a family and the parameters of one of it, from a name such as `floodmin:k=2`. */
function partsOf(name: string): readonly [base: string, parameters: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? [name, ''] : [name.slice(0, colon), name.slice(colon + 1)]
}

/** A name such as `floodmin:k=2` without some of its parameters. */
export function nameWithout(name: string, isLeftOut: (parameter: string) => boolean): string {
  const [base, parameters] = partsOf(name)
  const kept = parameters.split(',').filter((one) => one !== '' && !isLeftOut(one.split('=')[0]!))
  return kept.length === 0 ? base : `${base}:${kept.join(',')}`
}

const valuesOf = new WeakMap<AnyAlgorithm, ParameterValues>()

/** The parameters of an algorithm that is one of a family; none of any other. */
export const familyParameters = (algorithm: AnyAlgorithm): ParameterValues => valuesOf.get(algorithm) ?? {}

/** Notes what the parameters of an algorithm are that is made of others. */
export const noteParameters = (algorithm: AnyAlgorithm, values: ParameterValues): void => {
  valuesOf.set(algorithm, values)
}

function create(
  definition: FamilyDefinition,
  { values, spec }: Parsed<Entry>,
  title: string,
  readFile: ReadFile,
): AnyAlgorithm {
  const missing = Object.entries(definition.parameters).find(
    ([key, parameter]) => values[key] === undefined && !(parameter.kind === 'text' && parameter.isPath),
  )?.[0]
  if (missing !== undefined)
    throw new InputError(
      `algorithm ${definition.name} needs ${missing}; write ${definition.name}:${missing}=VALUE`,
    )
  const algorithm = definition.create(values as Values<Parameters>, readFile) as AnyAlgorithm
  const quantities = quantitiesFrom(definition, values)
  const claims = algorithm.claims && withQuantities(algorithm.claims, quantities)
  const named = { ...algorithm, name: spec, title, ...(claims && { claims }) }
  valuesOf.set(named, values)
  return named
}

/** The parameters that are numbers, for formulas. */
function quantitiesFrom({ parameters }: FamilyDefinition, values: ParameterValues): Record<string, Quantity> {
  const numbers = Object.entries(values).filter(([, value]) => typeof value === 'number')
  return Object.fromEntries(
    numbers.map(([key, value]) => [
      key,
      { description: parameters[key]!.description, value: () => value as number },
    ]),
  )
}

/** Claims in whose formulas these quantities are known, as far as they use them. */
function withQuantities(claims: Claims, quantities: Readonly<Record<string, Quantity>>): Claims {
  const extended = (claim: Claim): Claim => {
    const used = formulaOf(claim.formula).variables.filter((name) => Object.hasOwn(quantities, name))
    if (used.length === 0) return claim
    const where = Object.fromEntries(used.map((name) => [name, quantities[name]!]))
    return { ...claim, where: { ...where, ...claim.where } }
  }
  return Object.fromEntries(
    Object.entries(claims).map(([measure, about]) => [measure, [about ?? []].flat().map(extended)]),
  )
}
