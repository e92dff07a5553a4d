/** A set of natural numbers below a limit. Each takes one bit of `words`, 32 to a word, so that the set stays in the cache. */
export class IndexSet {
  readonly words: Int32Array
  size = 0

  constructor(limit: number) {
    this.words = new Int32Array((limit + 31) >>> 5)
  }

  /** Adds a number that is not in the set yet. */
  add(index: number): void {
    this.words[index >>> 5]! |= 1 << (index & 31)
    this.size++
  }

  /** Takes a number out that is in the set. */
  delete(index: number): void {
    this.words[index >>> 5]! &= ~(1 << (index & 31))
    this.size--
  }
}

/**
 * Whether a number is in the set that has these words: 1 or 0. Inner loops calculate with that and do without a branch,
 * since the processor would often guess wrong which way it goes.
 */
export function isIn(words: Int32Array, index: number): number {
  return (words[index >>> 5]! >>> (index & 31)) & 1
}
