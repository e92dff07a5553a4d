import { valueKey } from '../../histories/same-value.ts'

/**
 * Data as numbers: what variables hold that hold no numbers, each content once, numbered in the order in which it was met.
 * So memory, caches and exploration know of numbers only, and two variables hold the same if their numbers are the same.
 */
export class DataTable {
  readonly #values: unknown[] = []
  readonly #numbers = new Map<string, number>()
  /** What was met before, as long as somebody has it. */
  readonly #met = new WeakMap<object, number>()

  /** The number of a content. It can be changed no more from now on. Throws a TypeError for what is no plain data. */
  numberOf(value: unknown): number {
    const met = typeof value === 'object' && value !== null ? this.#met.get(value) : undefined
    return met ?? this.#number(value)
  }

  at(number: number): unknown {
    return this.#values[number]
  }

  #number(value: unknown): number {
    const key = valueKey(value)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#values.length
      this.#numbers.set(key, number)
      // A copy, in which nobody can change what the variable holds.
      this.#values.push(frozen(structuredClone(value)))
      this.#remember(this.#values[number], number)
    }
    return number
  }

  #remember(value: unknown, number: number): void {
    if (typeof value === 'object' && value !== null) this.#met.set(value, number)
  }
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** The size of data in bits: all its numbers together, one bit for each that is 0 or 1. */
export function bitsOfData(value: unknown): number {
  if (typeof value === 'number') return Math.max(1, Math.ceil(Math.log2(Math.abs(value) + 1)))
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, part) => sum + bitsOfData(part), 0)
}
