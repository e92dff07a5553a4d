/** Up to this size a permutation is drawn as by Fisher and Yates, beyond it enciphers. */
const SMALL = 16
/** How often both halves of a number are enciphered. */
const ROUNDS = 4
/** What keys are spaced by: 2^32 divided by the golden ratio. */
const STEP = 0x9e3779b9

/**
 * Pseudo-random permutations of 0 … size − 1, one for each key, that can be looked up in both directions without
 * being stored. Up to size 16 all permutations are equally likely, and a look-up takes O(size) time. Beyond, a
 * number is enciphered by a Feistel network, again and again until it is below the size (Black & Rogaway 2002).
 */
export class KeyedPermutation {
  readonly #size: number
  readonly #seed: number
  readonly #otherSeed: number
  readonly #lowBits: number
  readonly #lowMask: number
  readonly #highMask: number

  /** Both seeds are integers of 32 bits. */
  constructor(size: number, seed: number, otherSeed: number) {
    const bits = 32 - Math.clz32(size - 1)
    this.#size = size
    this.#seed = seed
    this.#otherSeed = otherSeed
    this.#lowBits = bits >>> 1
    this.#lowMask = 2 ** this.#lowBits - 1
    this.#highMask = 2 ** (bits - this.#lowBits) - 1
  }

  /** The key of the index-th permutation. */
  key(index: number): number {
    return mixed(mixed(index, this.#seed), this.#otherSeed)
  }

  /** What the permutation puts at a place. */
  at(key: number, place: number): number {
    if (this.#size <= SMALL) {
      for (let i = this.#size - 1; i > 0; i--) place = swapped(place, i, drawn(key, i))
      return place
    }
    do place = this.#enciphered(key, place)
    while (place >= this.#size)
    return place
  }

  /** The place at which the permutation puts an item. */
  placeOf(key: number, item: number): number {
    if (this.#size <= SMALL) {
      for (let i = 1; i < this.#size; i++) item = swapped(item, i, drawn(key, i))
      return item
    }
    do item = this.#deciphered(key, item)
    while (item >= this.#size)
    return item
  }

  #enciphered(key: number, number: number): number {
    let low = number & this.#lowMask
    let high = number >>> this.#lowBits
    for (let round = 0; round < ROUNDS; round++) {
      high ^= mixed(low, key) & this.#highMask
      key = (key + STEP) | 0
      low ^= mixed(high, key) & this.#lowMask
      key = (key + STEP) | 0
    }
    return (high << this.#lowBits) | low
  }

  #deciphered(key: number, number: number): number {
    let low = number & this.#lowMask
    let high = number >>> this.#lowBits
    key = (key + 2 * ROUNDS * STEP) | 0
    for (let round = 0; round < ROUNDS; round++) {
      key = (key - STEP) | 0
      low ^= mixed(high, key) & this.#lowMask
      key = (key - STEP) | 0
      high ^= mixed(low, key) & this.#highMask
    }
    return (high << this.#lowBits) | low
  }
}

/** Where an item is after i and j have changed places. */
function swapped(item: number, i: number, j: number): number {
  return item === i ? j : item === j ? i : item
}

/** One of 0 … i, as good as equally likely. */
function drawn(key: number, i: number): number {
  return ((mixed(i, key) >>> 16) * (i + 1)) >>> 16
}

/** 32 bits, each of which depends on every bit of the number and of the key. */
function mixed(number: number, key: number): number {
  let bits = Math.imul(number ^ key, 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return bits ^ (bits >>> 15)
}
