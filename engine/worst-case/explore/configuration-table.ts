import { grown } from '../../typed-arrays.ts'

/** Configurations met so far, as lists of numbers, each with a number of its own: 0, 1, 2 … Compared in full. */
export class ConfigurationTable {
  size = 0
  #pool = new Int32Array(1 << 12)
  #ends = new Int32Array(1 << 8)
  /** Open addressing: the number of a configuration plus one, 0 where free. At most half full. */
  #index = new Int32Array(1 << 9)

  /** The number of the configuration in the first `length` places; −1 if it was not met. */
  find(numbers: Int32Array, length: number): number {
    return this.#index[this.#place(numbers, length)]! - 1
  }

  /** The same, but one that was not met is entered, with the number that `size` was before. */
  enter(numbers: Int32Array, length: number): number {
    const place = this.#place(numbers, length)
    const known = this.#index[place]! - 1
    if (known >= 0) return known
    this.#index[place] = this.size + 1
    this.#append(numbers, length)
    if (2 * this.size > this.#index.length) this.#rehash()
    return this.size - 1
  }

  /** Where the configuration is in the index, or the free place where it belongs. */
  #place(numbers: Int32Array, length: number): number {
    const mask = this.#index.length - 1
    let place = hash(numbers, length) & mask
    while (this.#index[place] !== 0 && !this.#equals(this.#index[place]! - 1, numbers, length))
      place = (place + 1) & mask
    return place
  }

  /** Copies a configuration to `target`, which must be long enough; its length. */
  read(configuration: number, target: Int32Array): number {
    const begin = this.#begin(configuration)
    const end = this.#ends[configuration]!
    for (let i = begin; i < end; i++) target[i - begin] = this.#pool[i]!
    return end - begin
  }

  #begin(configuration: number): number {
    return configuration === 0 ? 0 : this.#ends[configuration - 1]!
  }

  #equals(configuration: number, numbers: Int32Array, length: number): boolean {
    const begin = this.#begin(configuration)
    if (this.#ends[configuration]! - begin !== length) return false
    for (let i = 0; i < length; i++) if (this.#pool[begin + i] !== numbers[i]) return false
    return true
  }

  #append(numbers: Int32Array, length: number): void {
    const begin = this.size === 0 ? 0 : this.#ends[this.size - 1]!
    while (begin + length > this.#pool.length) this.#pool = grown(this.#pool)
    for (let i = 0; i < length; i++) this.#pool[begin + i] = numbers[i]!
    if (this.size === this.#ends.length) this.#ends = grown(this.#ends)
    this.#ends[this.size++] = begin + length
  }

  #rehash(): void {
    this.#index = new Int32Array(2 * this.#index.length)
    const mask = this.#index.length - 1
    for (let configuration = 0; configuration < this.size; configuration++) {
      const begin = this.#begin(configuration)
      const numbers = this.#pool.subarray(begin, this.#ends[configuration]!)
      let place = hash(numbers, numbers.length) & mask
      while (this.#index[place] !== 0) place = (place + 1) & mask
      this.#index[place] = configuration + 1
    }
  }
}

/** Every bit of the result depends on every number. */
function hash(numbers: Int32Array, length: number): number {
  let h = 0x9e3779b9
  for (let i = 0; i < length; i++) {
    h = Math.imul(h ^ numbers[i]!, 0x85ebca6b)
    h ^= h >>> 13
  }
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
