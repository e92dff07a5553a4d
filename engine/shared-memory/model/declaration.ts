import type { LocalCoin, ReadModifyWrite, SharedVariable } from './access.ts'

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

/** A declared variable, or an array of them; `T` is what each holds. */
export interface Declaration<
  K extends ReadModifyWrite = ReadModifyWrite,
  A extends boolean = boolean,
  T = unknown,
> {
  readonly isArray: A
  /** How many variables there are: 1 if it is no array. */
  readonly length: number
  readonly options: VariableOptions<K>
  /** What each holds at the beginning, by its index, if that is no number but data. */
  readonly data?: (index: number) => T
  /** Whether it is no variable but a coin; `values` is the number of its sides. */
  readonly isCoin?: true
}

/** A declared coin. */
export interface CoinDeclaration extends Declaration<never, false, number> {
  readonly isCoin: true
}

/** What a shared variable is that holds data: a record or a list, compared by its content and never changed. */
export interface DataOptions<T, K extends ReadModifyWrite = never>
  extends Omit<VariableOptions<K>, 'values' | 'nil' | 'initially'> {
  readonly initially: T
}

/** One shared variable: `turn: sharedVariable({ values: 2 })`. */
export const sharedVariable = <const K extends ReadModifyWrite = never>(
  options: VariableOptions<K> = {},
): Declaration<K, false, number> => ({ isArray: false, length: 1, options })

/** An array of shared variables: `want: sharedArray(n, { values: 2, writers: own })`. */
export const sharedArray = <const K extends ReadModifyWrite = never>(
  length: number,
  options: VariableOptions<K> = {},
): Declaration<K, true, number> => ({ isArray: true, length, options })

/** One shared variable that holds data: `top: sharedData({ initially: { node: nil, count: 0 } })`. */
export const sharedData = <T extends object, const K extends 'swap' | 'compareAndSwap' | 'modify' = never>({
  initially,
  ...options
}: DataOptions<T, K>): Declaration<K, false, T> => ({
  isArray: false,
  length: 1,
  options,
  data: () => initially,
})

/** An array of them. */
export const sharedDataArray = <
  T extends object,
  const K extends 'swap' | 'compareAndSwap' | 'modify' = never,
>(
  length: number,
  { initially, ...options }: DataOptions<T, K>,
): Declaration<K, true, T> => ({ isArray: true, length, options, data: () => initially })

/**
 * A coin that processors flip, each for itself: `coin: localCoin()`. A flip is a step of its own, as it is to an adversary that
 * looks at what came up before it says who goes on (Aspnes & Herlihy 1990); it is no access, and remote to nobody.
 */
export const localCoin = (sides = 2): CoinDeclaration => ({
  isArray: false,
  length: 1,
  options: { values: sides },
  isCoin: true,
})

/** The processor with the number of the variable, as the writer, the reader or the home of an array's elements. */
export const own = (index: number): number => index

/** All variables of an algorithm, by name. */
export type Declarations = Readonly<Record<string, Declaration>>

/** An array as lines see it. */
export interface VariableArray<K extends ReadModifyWrite = never, T = number> {
  /** Throws an error if there is no such element. */
  at(index: number): SharedVariable<K, T>
}

/** The variables as lines see them. */
export type Variables<D extends Declarations> = {
  readonly [N in keyof D]: D[N] extends CoinDeclaration
    ? LocalCoin
    : D[N] extends Declaration<infer K, infer A, infer T>
      ? A extends true
        ? VariableArray<K, T>
        : SharedVariable<K, T>
      : never
}
