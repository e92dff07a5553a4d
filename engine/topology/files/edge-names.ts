import { grown } from '../../typed-arrays.ts'
import { type Labels, numberLabels } from '../labels.ts'
import { processorsMax } from '../sizes.ts'
import { namesMax } from './raw-network.ts'

/** Whole numbers up to so many times the number of names are looked up in an array, others in a table. */
const SPREAD = 16

/** The names in an edge list, numbered in the order in which they are first met. Whole numbers take 12 bytes each. */
export class EdgeNames {
  size = 0
  /** By index: the name if it is a number. */
  #numbers = new Float64Array(1024)
  /** By name, if it is a small number: its index + 1, or 0 if it was not met. */
  #indices = new Uint32Array(1024)
  readonly #others = new Map<number | string, number>()
  /** By index: the name if it is none. */
  readonly #texts = new Map<number, string>()

  /** The index of a name; −1 if there is no room for another name. */
  meet(name: number | string): number {
    if (typeof name === 'number' && name < this.#indices.length) {
      const index = this.#indices[name]!
      if (index > 0) return index - 1
    }
    const key = typeof name === 'string' ? name.normalize('NFC') : name
    return this.#others.get(key) ?? this.#add(key)
  }

  /**
   * The labels in the order of the processors, and the processor of each index. If all names are numbers, that is
   * their order; else it is the order in which they were met.
   */
  inOrder(): { readonly labels: Labels; readonly places: Uint32Array } {
    const numbers = this.#numbers.subarray(0, this.size)
    const places = new Uint32Array(this.size)
    if (this.#texts.size > 0) {
      for (let index = 0; index < this.size; index++) places[index] = index
      return { labels: Array.from(numbers, (x, i) => this.#texts.get(i) ?? String(x)), places }
    }
    const sorted = numbers.slice().sort()
    for (let place = 0; place < sorted.length; place++) places[this.meet(sorted[place]!)] = place
    return { labels: numberLabels(sorted), places }
  }

  #add(name: number | string): number {
    if (this.size === processorsMax || this.#others.size === namesMax) return -1
    const index = this.size++
    if (index === this.#numbers.length) this.#numbers = grown(this.#numbers)
    if (typeof name === 'string') this.#texts.set(index, name)
    else this.#numbers[index] = name
    if (typeof name === 'string' || !this.#fits(name)) this.#others.set(name, index)
    else this.#indices[name] = index + 1
    return index
  }

  #fits(name: number): boolean {
    if (name >= Math.max(this.#indices.length, SPREAD * this.size)) return false
    while (name >= this.#indices.length) this.#indices = grown(this.#indices)
    return true
  }
}
