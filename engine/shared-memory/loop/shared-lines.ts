import { ModelError } from '../../errors.ts'
import { assertAllowed, assertHolds } from '../memory/allowed.ts'
import { accesses, noAccess, noSuchLine } from '../memory/faults.ts'
import { Described, handlesFor, kindNumbers } from '../memory/handles.ts'
import { type Layout, layOut, type VariableLayout } from '../memory/layout.ts'
import { assertSize, lineErrorOf, operationsOfAlgorithm, type Program, programOf } from '../memory/program.ts'
import {
  type AnySharedAlgorithm,
  type Declarations,
  initialStateOf,
  isSharedObject,
  type LineNumber,
  type Variables,
} from '../model/index.ts'

/** Where a processor is: its number, that of its operation in the order of the algorithm, and the line. */
export interface Spot {
  readonly p: number
  readonly operation: number
  readonly line: LineNumber
}

/** What a line does to which variable. */
export type LineAccess =
  | { readonly kind: 'read'; readonly variable: number }
  | { readonly kind: 'write'; readonly variable: number; readonly value: unknown }
  /** No access, but a flip of a coin: it tells 0 … sides − 1. */
  | { readonly kind: 'flip'; readonly sides: number }

/**
 * The lines of an algorithm that reads and writes, for whoever has other variables than those of a shared memory. An access
 * may take its time: it is described, and once it has told its value, what follows is asked for. Throws an InputError if the
 * algorithm does not work with n processors; all else throws a ModelError that leads with the place.
 */
export class SharedLines {
  readonly operations: readonly string[]
  readonly variables: readonly VariableLayout[]
  readonly #algorithm: AnySharedAlgorithm
  readonly #n: number
  readonly #program: Program
  readonly #layout: Layout
  readonly #access = new Described()
  readonly #handles: Variables<Declarations>

  constructor(algorithm: AnySharedAlgorithm, n: number) {
    assertSize(algorithm, n)
    this.#algorithm = algorithm
    this.#n = n
    this.operations = operationsOfAlgorithm(algorithm)
    this.#program = programOf(algorithm)
    this.#layout = layOut(algorithm.name, algorithm.variables({ n }), n)
    this.variables = this.#layout.variables
    this.#handles = handlesFor(this.#layout, this.#access)
  }

  /** The local variables of a processor at the beginning. */
  initially(i: number): object {
    const input = { i, n: this.#n }
    return isSharedObject(this.#algorithm)
      ? initialStateOf(this.#algorithm, input)
      : this.#algorithm.initially(input)
  }

  /** The access of a processor in a state. */
  access(spot: Spot, state: object): LineAccess {
    return this.#at(spot, state, () => {
      const access = this.#described(spot, state)
      const { variable, value, code } = access
      const layout = this.variables[variable]!
      if (code === kindNumbers.flip) return { kind: 'flip', sides: layout.max + 1 }
      assertAllowed(spot.p, access, layout)
      if (code !== kindNumbers.write) return { kind: 'read', variable }
      assertHolds(layout, value)
      return { kind: 'write', variable, value: layout.holdsData ? this.#layout.data.at(value) : value }
    })
  }

  /**
   * The line after an access or flip that has told this value, null of a variable that nobody has written; 0 after the last. Null
   * if it waits for another value. The state changes by what is computed locally.
   */
  next(spot: Spot, state: object, told: unknown): LineNumber | null {
    return this.#at(spot, state, () => {
      const { variable, code, condition, next } = this.#described(spot, state)
      const { holdsData, initial } = this.variables[variable]!
      const value = told === null ? initial : holdsData ? this.#layout.data.numberOf(told) : (told as number)
      if (code === kindNumbers.await && !condition(value)) return null
      const line = typeof next === 'number' ? next : (next as (value: number) => LineNumber)(value)
      if (line !== 0 && this.#program[spot.operation]![line] === undefined)
        throw new ModelError(noSuchLine(line, this.operations[spot.operation]!))
      return line
    })
  }

  #described({ operation, line }: Spot, state: object): Described {
    const access = this.#access
    access.count = 0
    if (this.#program[operation]![line]!(state, this.#handles) !== access) throw new ModelError(noAccess)
    if (access.count !== 1) throw new ModelError(accesses(access.count))
    if (access.code > kindNumbers.write && access.code !== kindNumbers.flip)
      throw new ModelError(`makes another access than a read or a write`)
    return access
  }

  #at<T>({ p, operation, line }: Spot, state: object, compute: () => T): T {
    try {
      return compute()
    } catch (error) {
      const place = { algorithm: this.#algorithm.name, p, operation: this.operations[operation]!, line }
      const what = { line: this.#program[operation]![line]!, state, variables: this.#handles }
      throw lineErrorOf(place, error, what)
    }
  }
}
