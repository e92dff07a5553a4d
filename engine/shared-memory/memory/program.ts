import { InputError, ModelError } from '../../errors.ts'
import {
  type Access,
  type Declarations,
  type LineNumber,
  passage,
  type SharedMemoryAlgorithm,
  type Variables,
} from '../model/index.ts'

/** A line as a function. */
export type LineFunction = (state: object, variables: Variables<Declarations>) => Access

/** By operation, in the order of a passage, its lines by number. */
export type Program = readonly (readonly (LineFunction | undefined)[])[]

/** The lines of an algorithm. Throws an InputError where an operation or its first line is missing. */
export function programOf({ name, operations }: SharedMemoryAlgorithm): Program {
  return passage.map((operation) => {
    const given = operations[operation]
    if (given === undefined)
      throw new InputError(`${name}: it has no operation ${operation}; a lock has acquire and release`)
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
export function assertSize(
  { name, requires: { size, sizeMin = 1 } }: SharedMemoryAlgorithm,
  n: number,
): void {
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
