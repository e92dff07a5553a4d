import { InputError } from '../../errors.ts'
import { type Declaration, type Declarations, nil, type ReadModifyWrite } from '../model/index.ts'
import { DataTable } from './data-table.ts'

/** A shared variable of a system. */
export interface VariableLayout {
  /** As lines call it: `turn`, or `want[1]`. */
  readonly name: string
  /** Of a variable that holds data, the number of its content. */
  readonly initial: number
  /** Whether it holds data. */
  readonly holdsData: boolean
  /** Whether it is no variable but a coin, which tells values from 0 to the largest. */
  readonly isCoin: boolean
  /** The least and the largest value; the largest is infinite where there is no bound. */
  readonly min: number
  readonly max: number
  readonly offers: readonly ReadModifyWrite[]
  /** Null stands for all processors. */
  readonly writers: readonly number[] | null
  readonly readers: readonly number[] | null
  /** The processor at which it lives; null if at none. */
  readonly home: number | null
}

/** The variables of a system in one row; an array is a stretch of it. */
export interface Layout {
  readonly variables: readonly VariableLayout[]
  /** The numbers of the contents of those that hold data. */
  readonly data: DataTable
  /** Where each declared name begins, in the order of declaration. */
  readonly names: readonly {
    readonly name: string
    readonly first: number
    readonly declaration: Declaration
  }[]
}

/** Lays out what an algorithm declares for n processors. Throws an InputError that names the variable. */
export function layOut(algorithm: string, declarations: Declarations, n: number): Layout {
  const variables: VariableLayout[] = []
  const data = new DataTable()
  const names = Object.entries(declarations).map(([name, declaration]) => {
    const first = variables.length
    for (let index = 0; index < declaration.length; index++) {
      const own = declaration.isArray ? `${name}[${index}]` : name
      variables.push(layOutOne(`${algorithm}: variable ${own}`, own, declaration, index, n, data))
    }
    return { name, first, declaration }
  })
  return { variables, data, names }
}

function layOutOne(
  place: string,
  name: string,
  declaration: Declaration,
  index: number,
  n: number,
  table: DataTable,
): VariableLayout {
  const { options, data } = declaration
  const { values = Number.POSITIVE_INFINITY, offers = [] } = options
  if (values !== Number.POSITIVE_INFINITY && !(Number.isInteger(values) && values >= 1))
    throw new InputError(`${place}: values is ${values}; it must be an integer from 1`)
  const at = <T>(given: T | ((index: number) => T)): T =>
    typeof given === 'function' ? (given as (index: number) => T)(index) : given
  const processors = (role: string, given: number | readonly number[] | undefined) => {
    if (given === undefined) return null
    const list = typeof given === 'number' ? [given] : given
    for (const p of list) assertProcessor(`${place}: its ${role}`, p, n)
    return list
  }
  const min = options.nil === true ? nil : 0
  const max = values - 1
  const initial = data === undefined ? at(options.initially ?? min) : dataOf(place, data(index), table)
  if (!(Number.isInteger(initial) && initial >= min && initial <= max))
    throw new InputError(`${place} begins with ${initial}, which is none of its values ${range(min, max)}`)
  const home = options.home === undefined ? null : at(options.home)
  if (home !== null) assertProcessor(`${place}: its home`, home, n)
  const writers = processors('writer', options.writers === undefined ? undefined : at(options.writers))
  const readers = processors('reader', options.readers === undefined ? undefined : at(options.readers))
  const isCoin = declaration.isCoin === true
  return { name, initial, holdsData: data !== undefined, isCoin, min, max, offers, writers, readers, home }
}

function dataOf(place: string, value: unknown, table: DataTable): number {
  try {
    return table.numberOf(value)
  } catch (error) {
    throw new InputError(`${place} begins with what is no plain data: ${String(error)}`)
  }
}

function assertProcessor(what: string, p: number, n: number): void {
  if (!(Number.isInteger(p) && p >= 0 && p < n))
    throw new InputError(`${what} is p_${p}, but there are p_0 to p_${n - 1} only`)
}

/** The values from `min` to `max`, for messages: “0 … 3”, “nil, 0 … 3”, “0, 1, 2 …”. */
export function range(min: number, max: number): string {
  const numbers = max === Number.POSITIVE_INFINITY ? '0, 1, 2 …' : max === 0 ? '0' : `0 … ${max}`
  return min === nil ? `nil, ${numbers}` : numbers
}

/** The shared variables among what is declared; coins are none. */
export const sharedAmong = (variables: readonly VariableLayout[]): readonly VariableLayout[] =>
  variables.filter(({ isCoin }) => !isCoin)

/** The most values that a flip can tell; 1 where there are no coins. */
export const sidesOf = (variables: readonly VariableLayout[]): number =>
  variables.reduce((most, { isCoin, max }) => (isCoin ? Math.max(most, max + 1) : most), 1)

/** The size of a variable in bits; infinite if its values have no bound. */
export const bitsOf = ({ min, max }: VariableLayout): number => Math.ceil(Math.log2(max - min + 1))
