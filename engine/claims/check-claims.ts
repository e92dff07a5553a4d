import { InputError } from '../errors.ts'
import { namePattern } from '../formula/expression.ts'
import { type Formula, parseFormula } from '../formula/formula.ts'
import { functions } from '../formula/functions.ts'
import type { AnyAlgorithm, Claim } from '../model/index.ts'
import { didYouMean } from '../suggest.ts'
import { measureParts } from './measure.ts'
import { measureProblem } from './measure-problem.ts'
import { standardQuantities } from './quantities.ts'
import { isFinal } from './value.ts'
import { allClaims } from './verdict.ts'

/**
 * Throws unless every claim of an algorithm can be evaluated: it is about something that is measured, and its formula
 * uses only what is known. The InputError leads with the place: `algorithm lcr: claims.messages[1]: …`.
 */
export function assertClaims(algorithm: AnyAlgorithm): void {
  const { name, claims = {} } = algorithm
  for (const [measure, given] of Object.entries(claims)) {
    const place = `algorithm ${name}: claims.${measure}`
    const problem = measureProblem(algorithm, measure) ?? claimProblem(measure)
    if (problem !== null) throw new InputError(`${place}: ${problem}`)
    const listed: readonly unknown[] = Array.isArray(given) ? given : [given ?? []].flat()
    for (const [i, claim] of listed.entries())
      assertClaim(claim, Array.isArray(given) ? `${place}[${i}]` : place)
  }
  assertDistinctClaims(algorithm)
  assertDistinctQuantities(algorithm)
}

/** Why nothing can be claimed of a measure; null if something can. */
function claimProblem(measure: string): string | null {
  const parts = measureParts(measure)
  if (parts?.kind !== 'mark' || parts.of !== 'afterGst') return null
  return `no record says when delays become bounded, so a claim about this could not be checked; claim something of time:${parts.mark}`
}

/** Tables know claims by their ids, so no two of them may have the same. */
function assertDistinctClaims(algorithm: AnyAlgorithm): void {
  const seen = new Set<string>()
  for (const { id } of allClaims(algorithm)) {
    if (seen.has(id)) throw new InputError(`algorithm ${algorithm.name}: the claim ${id} stands there twice`)
    seen.add(id)
  }
}

/** Rows show what is read off the final configuration by its symbol, so that must mean one thing. */
function assertDistinctQuantities(algorithm: AnyAlgorithm): void {
  const seen = new Map<string, string>()
  for (const { measure, claim } of allClaims(algorithm))
    for (const [symbol, quantity] of Object.entries(claim.where ?? {})) {
      if (!isFinal(quantity)) continue
      const other = seen.get(symbol) ?? quantity.description
      if (other !== quantity.description)
        throw new InputError(
          `algorithm ${algorithm.name}: claims.${measure}: where.${symbol} is “${quantity.description}”, but in another claim “${other}”; choose another symbol`,
        )
      seen.set(symbol, other)
    }
}

/** What a claim consists of; its kinds. Records, so that none is forgotten. */
const claimKeys: Readonly<Record<keyof Claim, true>> = {
  kind: true,
  over: true,
  formula: true,
  when: true,
  where: true,
  source: true,
}
const kinds: Readonly<Record<Claim['kind'], true>> = {
  exactly: true,
  'at most': true,
  'at least': true,
  expected: true,
  'expected at most': true,
  order: true,
}

function assertClaim(claim: unknown, place: string): void {
  const fail = (problem: string): never => {
    throw new InputError(`${place}: ${problem}`)
  }
  if (!isObject(claim)) return fail('expected a claim, such as exactly(…) or atMost(…)')
  for (const key of Object.keys(claim))
    if (!Object.hasOwn(claimKeys, key))
      fail(`${key}: there is no such key${didYouMean(key, Object.keys(claimKeys))}`)
  const { kind, formula, when, where = {} } = claim
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    fail(`there is no kind of claim “${String(kind)}”; known: ${Object.keys(kinds).join(', ')}`)
  if (typeof formula !== 'string') return fail('formula: expected a text, such as 2m - (n - 1)')
  if (
    when !== undefined &&
    (!isObject(when) || typeof when.holds !== 'function' || typeof when.text !== 'string')
  )
    fail('when: expected a condition: { text, holds }')
  if (!isObject(where)) return fail('where: expected quantities by name')
  for (const [name, quantity] of Object.entries(where)) {
    const problem = quantityProblem(name, quantity)
    if (problem !== null) fail(`where.${name}: ${problem}`)
  }
  const problem = formulaProblem(formula, Object.keys(where))
  if (problem !== null) fail(problem)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const quantityForm = 'expected a quantity: { description, value }, or finalQuantity(…)'

function quantityProblem(name: string, quantity: unknown): string | null {
  if (!namePattern.test(name))
    return 'this is no name of a quantity; it needs a letter, then letters and digits'
  if (functions.has(name) || name === 'sum') return `${name} is a function of formulas; choose another name`
  if (!isObject(quantity) || typeof quantity.description !== 'string') return quantityForm
  const { value, final } = quantity
  return (typeof value === 'function') !== (typeof final === 'function') ? null : quantityForm
}

/** Why a formula cannot be evaluated where these quantities are known beside the standard ones. */
function formulaProblem(source: string, own: readonly string[]): string | null {
  let formula: Formula
  try {
    formula = parseFormula(source)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  const standard = Object.keys(standardQuantities)
  const known = [...standard, ...own]
  const unknown = formula.variables.find((name) => !known.includes(name))
  if (unknown === undefined) return null
  const list = standard.join(', ')
  return `formula “${source}” uses ${unknown}, which is neither a standard variable (${list}) nor in \`where\`${hint(unknown, known)}`
}

/** What an unknown name was meant to be: known names in a row, one in the other case, or one of several letters. */
function hint(unknown: string, known: readonly string[]): string {
  const parts = split(unknown, [...known, ...functions.keys(), 'sum'])
  if (parts !== null) return `; write ${parts.join(' ')} for a product`
  const otherCase = known.find((name) => name.toLowerCase() === unknown.toLowerCase())
  if (otherCase !== undefined) return `; did you mean ${otherCase}?`
  const long = [...known, ...functions.keys(), 'sum'].filter((name) => name.length > 2)
  return unknown.length > 2 ? didYouMean(unknown, long) : ''
}

/** The word as a row of names and numbers, the fewest; null if it is none. */
function split(word: string, names: readonly string[]): readonly string[] | null {
  if (word === '') return []
  const found = [...names, /^\d+/.exec(word)?.[0] ?? '']
    .filter((name) => name !== '' && word.startsWith(name))
    .flatMap((name) => {
      const rest = split(word.slice(name.length), names)
      return rest === null ? [] : [[name, ...rest]]
    })
  return found.sort((a, b) => a.length - b.length)[0] ?? null
}
