import { InputError, ModelError } from '../../errors.ts'
import {
  type AnySharedAlgorithm,
  type Declarations,
  isSharedObject,
  type LineNumber,
  operationNames,
  passage,
  type Variables,
} from '../model/index.ts'
import { throws } from './faults.ts'
import { type LineFunction, undeclaredIn } from './undeclared.ts'

/** By operation, in the order of a passage or of the object, its lines by number. */
export type Program = readonly (readonly (LineFunction | undefined)[])[]

/** The names of an algorithm's operations, in their order. */
export const operationsOfAlgorithm = (algorithm: AnySharedAlgorithm): readonly string[] =>
  isSharedObject(algorithm) ? operationNames(algorithm) : passage

/** The lines of an algorithm. Throws an InputError where an operation or its first line is missing. */
export function programOf(algorithm: AnySharedAlgorithm): Program {
  const { name } = algorithm
  const operations: Readonly<Record<string, object | undefined>> = algorithm.operations
  const names = operationsOfAlgorithm(algorithm)
  const what = isSharedObject(algorithm) ? algorithm.service.name : 'lock'
  return names.map((operation) => {
    const given = operations[operation]
    if (given === undefined)
      throw new InputError(`${name}: it has no operation ${operation}; a ${what} has ${names.join(' and ')}`)
    const lines: (LineFunction | undefined)[] = [undefined]
    for (const [number, line] of Object.entries(given)) {
      if (!/^[1-9]\d*$/.test(number))
        throw new InputError(`${name}: ${operation} has a line ${number}; lines have numbers 1, 2, 3 …`)
      lines[Number(number)] = line as LineFunction
    }
    if (lines[1] === undefined)
      throw new InputError(`${name}: ${operation} has no line 1, at which it would begin`)
    return lines
  })
}

/** Throws an InputError if an algorithm does not work with n processors. */
export function assertSize({ name, requires: { size, sizeMin = 1 } }: AnySharedAlgorithm, n: number): void {
  if (!(Number.isInteger(n) && n >= 1))
    throw new InputError(`${name}: n is ${n}; it must be an integer from 1`)
  if (size !== undefined && n !== size)
    throw new InputError(`${name} works with ${size} processors, not with ${n}; use --n ${size}`)
  if (n < sizeMin) throw new InputError(`${name} works with ${sizeMin} processors or more, not with ${n}`)
}

/** Where a processor is, for messages: “peterson-lock: p_1, acquire line 3”. */
export const placeOf = (algorithm: string, p: number, operation: string, line: LineNumber): string =>
  `${algorithm}: p_${p}, ${operation} line ${line}`

/** An error at a line: the algorithm, the processor and the line lead. */
export class LineError extends ModelError {
  readonly processor: number
  readonly operation: string
  readonly line: LineNumber

  constructor(
    algorithm: string,
    p: number,
    operation: string,
    line: LineNumber,
    reason: string,
    cause?: unknown,
  ) {
    super(`${placeOf(algorithm, p, operation, line)} ${reason}`, { cause })
    this.processor = p
    this.operation = operation
    this.line = line
  }
}

/** What a step has thrown, with its place; a line that names what nobody declares is told so. */
export function lineErrorOf(
  place: {
    readonly algorithm: string
    readonly p: number
    readonly operation: string
    readonly line: LineNumber
  },
  error: unknown,
  at: { readonly line: LineFunction; readonly state: object; readonly variables: Variables<Declarations> },
): LineError {
  const reason =
    error instanceof ModelError
      ? error.message
      : (undeclaredIn(at.line, at.state, at.variables) ?? throws(error))
  return new LineError(place.algorithm, place.p, place.operation, place.line, reason, error)
}
