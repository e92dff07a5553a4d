const FREE = -1
const DELETED = -2

/** A set of channels {u, v} among n processors: open addressing with linear probing in one typed array. */
export class ChannelSet {
  readonly #n: number
  readonly #table: Float64Array
  readonly #mask: number

  /** Room for at most `capacity` insertions, deleted ones included. */
  constructor(n: number, capacity: number) {
    this.#n = n
    const size = 2 ** Math.ceil(Math.log2(2 * capacity + 2))
    this.#table = new Float64Array(size).fill(FREE)
    this.#mask = size - 1
  }

  has(u: number, v: number): boolean {
    return this.#table[this.#place(this.#key(u, v))] !== FREE
  }

  /** Inserts {u, v}; false if it was there. */
  add(u: number, v: number): boolean {
    const key = this.#key(u, v)
    const place = this.#place(key)
    if (this.#table[place] === key) return false
    this.#table[place] = key
    return true
  }

  delete(u: number, v: number): void {
    const place = this.#place(this.#key(u, v))
    if (this.#table[place] !== FREE) this.#table[place] = DELETED
  }

  /** One integer for both orders of the ends; exact below 2^53. */
  #key(u: number, v: number): number {
    return u < v ? u * this.#n + v : v * this.#n + u
  }

  /** Where the key is, or the free place where it would go. */
  #place(key: number): number {
    let hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4294967296), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    let place = (hash ^ (hash >>> 13)) & this.#mask
    while (this.#table[place] !== FREE && this.#table[place] !== key) place = (place + 1) & this.#mask
    return place
  }
}
