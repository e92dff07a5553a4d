import { InputError } from '../../engine/index.ts'

/** A synchronous algorithm for counting as a table: the next state of everyone, by what it sees of all states. */
export interface CountingTable {
  readonly n: number
  /** States are 0 … states − 1. */
  readonly states: number
  /** What is counted: 0 … modulo − 1, which are states, too. */
  readonly modulo: number
  /** The next state of the processor at this place. `seen`: the number that the states are, read in this base. */
  next(seen: number, place: number): number
}

/** The number that states are, read as digits. */
export const numberOf = (states: readonly number[], base: number): number =>
  states.reduce((number, state) => number * base + state, 0)

/**
 * Reads a table: on each line all states that somebody may see, a digit for each processor, and the next states of all.
 * Throws an InputError unless it is whole, and those who all show the same number count on.
 */
export function readCountingTable(path: string, text: string, modulo: number): CountingTable {
  const rows = text.split(/\r?\n/).flatMap((line, i) => rowOf(line, `${path}, line ${i + 1}`))
  const [first] = rows
  if (first === undefined) throw new InputError(`${path} holds no table: write lines such as 0011 1111`)
  const n = first.seen.length
  const odd = rows.find(({ seen, next }) => seen.length !== n || next.length !== n)
  if (odd !== undefined)
    throw new InputError(`${odd.place}: expected ${n} digits, a blank and ${n} digits, as on the first line`)
  const states = 1 + Math.max(...rows.flatMap(({ seen, next }) => [...seen, ...next]))
  if (modulo > states)
    throw new InputError(`${path} has ${states} states, which are too few to count modulo ${modulo}`)
  const table = new Int8Array(states ** n * n).fill(-1)
  for (const { seen, next, place } of rows) {
    const at = n * numberOf(seen, states)
    if (table[at] !== -1) throw new InputError(`${place}: ${seen.join('')} stands there a second time`)
    table.set(next, at)
  }
  const missing = table.indexOf(-1)
  if (missing >= 0)
    throw new InputError(`${path} has no line for ${digits(Math.floor(missing / n), states, n)}`)
  for (let value = 0; value < modulo; value++) {
    const at = n * numberOf(new Array(n).fill(value), states)
    const found = table.slice(at, at + n).join('')
    const due = String((value + 1) % modulo).repeat(n)
    if (found !== due)
      throw new InputError(
        `${path} does not count modulo ${modulo}: after ${String(value).repeat(n)} comes ${found}, not ${due}`,
      )
  }
  return { n, states, modulo, next: (seen, place) => table[n * seen + place]! }
}

const digits = (number: number, base: number, length: number): string =>
  number.toString(base).padStart(length, '0')

interface Row {
  readonly place: string
  readonly seen: readonly number[]
  readonly next: readonly number[]
}

function rowOf(line: string, place: string): Row[] {
  const content = line.trim()
  if (content === '' || content.startsWith('#')) return []
  const [, seen, next] = /^(\d+)\s+(\d+)$/.exec(content) ?? []
  if (seen === undefined || next === undefined)
    throw new InputError(`${place}: expected the states that are seen and the next ones, such as 0011 1111`)
  return [{ place, seen: [...seen].map(Number), next: [...next].map(Number) }]
}
