import type { ReadModifyWrite, SharedVariable } from './access.ts'

/** A processor, by the index of a variable in its array: `own` for the one with the same number. */
type ByIndex<T> = T | ((index: number) => T)

/** What a shared variable is. */
export interface VariableOptions<K extends ReadModifyWrite = never> {
  /** How many values it has: 0 … values − 1. Default: all integers from 0, without a bound. */
  readonly values?: number
  /** Whether it can also hold `nil`. Default: no. */
  readonly nil?: true
  /** Its value at the beginning. Default: 0, or nil where it can hold that. */
  readonly initially?: ByIndex<number>
  /** What it offers beside reads and writes. */
  readonly offers?: readonly K[]
  /** Who may write it. Default: all. */
  readonly writers?: ByIndex<number | readonly number[]>
  /** Who may read it. Default: all. */
  readonly readers?: ByIndex<number | readonly number[]>
  /** The processor at which it lives in a distributed shared memory. Default: at none, so that it is remote to all. */
  readonly home?: ByIndex<number>
}

/** A declared variable, or an array of them. */
export interface Declaration<K extends ReadModifyWrite = ReadModifyWrite, A extends boolean = boolean> {
  readonly isArray: A
  /** How many variables there are: 1 if it is no array. */
  readonly length: number
  readonly options: VariableOptions<K>
}

/** One shared variable: `turn: sharedVariable({ values: 2 })`. */
export const sharedVariable = <const K extends ReadModifyWrite = never>(
  options: VariableOptions<K> = {},
): Declaration<K, false> => ({ isArray: false, length: 1, options })

/** An array of shared variables: `want: sharedArray(n, { values: 2, writers: own })`. */
export const sharedArray = <const K extends ReadModifyWrite = never>(
  length: number,
  options: VariableOptions<K> = {},
): Declaration<K, true> => ({ isArray: true, length, options })

/** The processor with the number of the variable, as the writer, the reader or the home of an array's elements. */
export const own = (index: number): number => index

/** All variables of an algorithm, by name. */
export type Declarations = Readonly<Record<string, Declaration>>

/** An array as lines see it. */
export interface VariableArray<K extends ReadModifyWrite = never> {
  /** Throws an error if there is no such element. */
  at(index: number): SharedVariable<K>
}

/** The variables as lines see them. */
export type Variables<D extends Declarations> = {
  readonly [N in keyof D]: D[N] extends Declaration<infer K, infer A>
    ? A extends true
      ? VariableArray<K>
      : SharedVariable<K>
    : never
}
