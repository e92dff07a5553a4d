/** In place of the lower end: that the place was never used, and that its channel was deleted. */
const [FREE, DELETED] = [0xffffffff, 0xfffffffe] as const

/** A set of channels {u, v}: open addressing with linear probing, the two ends side by side in one typed array. */
export class ChannelSet {
  readonly #ends: Uint32Array
  readonly #mask: number

  /** Room for at most `capacity` insertions, deleted ones included. */
  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(1.5 * capacity + 2))
    this.#ends = new Uint32Array(2 * size).fill(FREE)
    this.#mask = size - 1
  }

  has(u: number, v: number): boolean {
    return this.#ends[this.#place(u, v)] !== FREE
  }

  /** Inserts {u, v}; false if it was there. */
  add(u: number, v: number): boolean {
    const place = this.#place(u, v)
    if (this.#ends[place] !== FREE) return false
    this.#ends[place] = Math.min(u, v)
    this.#ends[place + 1] = Math.max(u, v)
    return true
  }

  delete(u: number, v: number): void {
    const place = this.#place(u, v)
    if (this.#ends[place] !== FREE) this.#ends[place] = DELETED
  }

  /** Where the channel is, or the free place where it would go. */
  #place(u: number, v: number): number {
    const ends = this.#ends
    const mask = this.#mask
    const lower = Math.min(u, v)
    const upper = Math.max(u, v)
    let hash = Math.imul(lower, 0x9e3779b1) ^ Math.imul(upper, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    let place = (hash ^ (hash >>> 13)) & mask
    while (ends[2 * place] !== FREE && (ends[2 * place] !== lower || ends[2 * place + 1] !== upper))
      place = (place + 1) & mask
    return 2 * place
  }
}
