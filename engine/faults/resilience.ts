import { InputError } from '../errors.ts'
import { type Formula, parseFormula } from '../formula/formula.ts'
import type { AnyAlgorithm, DetectorClass, Setting } from '../model/index.ts'
import { isServedBy } from './detector-classes.ts'
import { exposedTo, faultKinds } from './kinds.ts'

interface Relation {
  readonly left: Formula
  readonly right: Formula
  readonly strict: boolean
}

const relations = new Map<string, Relation>()

/** Reads a resilience such as `n > 3f`. Throws an InputError. */
function readResilience(text: string): Relation {
  const known = relations.get(text)
  if (known !== undefined) return known
  const [, left, sign, right] = /^([^<>=≥]+)(>=|≥|>)([^<>=≥]+)$/.exec(text) ?? []
  if (left === undefined || right === undefined)
    throw new InputError(`resilience “${text}” is not of the form n > 3f`)
  const relation = {
    left: parseFormula(left.trim()),
    right: parseFormula(right.trim()),
    strict: sign === '>',
  }
  const stranger = [...relation.left.variables, ...relation.right.variables].find(
    (name) => name !== 'n' && name !== 'f',
  )
  if (stranger !== undefined)
    throw new InputError(`resilience “${text}” speaks of ${stranger}; it may speak of n and f`)
  relations.set(text, relation)
  return relation
}

/** Why this is no resilience; null if it is one. */
export function resilienceProblem(value: unknown): string | null {
  if (typeof value !== 'string') return "resilience: expected a relation between n and f, such as 'n > 3f'"
  try {
    readResilience(value)
    return null
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}

function holds(text: string, n: number, f: number): boolean {
  const { left, right, strict } = readResilience(text)
  const at = (name: string) => (name === 'n' ? n : f)
  return strict ? left.evaluate(at) > right.evaluate(at) : left.evaluate(at) >= right.evaluate(at)
}

/** What runs: how many processors, how many of which the algorithm is told may fail, and the faults that there are. */
export interface Exposure {
  readonly n: number
  readonly f: number
  readonly faults: string
}

/**
 * Why an algorithm guarantees nothing here, “floodset requires n > f, but here n = 3, f = 3”; null if it does: faults are
 * of a kind that it tolerates, no more are faulty than it is told, and its resilience holds.
 */
export function beyondResilience(algorithm: AnyAlgorithm, { n, f, faults }: Exposure): string | null {
  const { name, requires, tolerates } = algorithm
  const { kinds, faulty } = exposedTo(faults, n)
  // Whoever asks a failure detector lives with what it is wrong about.
  const lived = requires.detector === undefined ? [] : ['suspicion']
  const strange = kinds.find(
    (kind) => !lived.includes(kind) && !isTolerated(kind, requires.resilience, tolerates),
  )
  if (strange !== undefined) return `${name} is not made for ${strange} faults`
  const given = detectorClass(faults, n)
  if (requires.detector !== undefined && given !== undefined && !isServedBy(requires.detector, given))
    return `${name} requires a failure detector of class ${requires.detector}, but here it is ${given}`
  if (requires.resilience !== undefined && !holds(requires.resilience, n, f))
    return `${name} requires ${requires.resilience}, but here n = ${n}, f = ${f}`
  if (faulty > f) return `${faulty} processors may fail, but ${name} is told that f = ${f} may`
  return null
}

/** The class that failure detectors are said to be of; undefined: that which is required. */
function detectorClass(faults: string, n: number): DetectorClass | undefined {
  const part = faultKinds.at(faults, n).parts.find(({ entry }) => entry.name === 'suspicion')
  return part?.values.class as DetectorClass | undefined
}

/** Throws an InputError, unless it was asked for, if an algorithm guarantees nothing in a setting. */
export function assertWithin({ beyond }: Pick<Setting, 'beyond'>, asked: boolean): void {
  if (beyond === undefined || asked) return
  throw new InputError(`${beyond} (to run it all the same: --beyond, in an experiment beyond: true)`)
}

/** What tolerates one kind tolerates what is less than it. */
const including: Readonly<Record<string, readonly string[]>> = {
  crash: ['omission', 'byzantine'],
  omission: ['byzantine'],
}

function isTolerated(
  kind: string,
  resilience: string | undefined,
  tolerates: readonly string[] = [],
): boolean {
  const declared = tolerates.length === 0 && resilience !== undefined ? ['crash'] : tolerates
  return declared.includes(kind) || (including[kind] ?? []).some((more) => declared.includes(more))
}
