/**
 * Random numbers: named streams, all derived from one seed.
 *
 * Each purpose (topology, delays, the coins of processor 7 …) has a stream of its own, so one more draw for one
 * purpose shifts nothing in another. The generator is xoshiro128** 1.1 (Blackman & Vigna 2018), whose state is
 * filled by hashing the seed and the stream's name. Integer arithmetic only: the same bits on every machine.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number

  /** The four 32-bit words of state; not all zero. */
  constructor(a: number, b: number, c: number, d: number) {
    this.#a = a
    this.#b = b
    this.#c = c
    this.#d = d
  }

  /** The next 32 bits, as an integer in [0, 2^32). */
  bits(): number {
    const b = this.#b
    const result = scrambled(b)
    const c = this.#c ^ this.#a
    const d = this.#d ^ b
    this.#b = b ^ c
    this.#a ^= d
    this.#c = c ^ (b << 9)
    this.#d = (d << 11) | (d >>> 21)
    return result >>> 0
  }

  /** Uniform in [0, 1), with 53 random bits. */
  uniform(): number {
    const high = this.bits() >>> 5
    const low = this.bits() >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  /** Uniform in (0, 1], what a delay is made of. */
  uniformPositive(): number {
    return 1 - this.uniform()
  }

  /** Fills the array with the next numbers of `uniformPositive`; faster than one call each. */
  fillPositive(numbers: Float64Array): void {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d]
    for (let i = 0; i < numbers.length; i++) {
      const high = scrambled(b)
      c ^= a
      d ^= b
      const s = b << 9
      b ^= c
      a ^= d
      c ^= s
      d = (d << 11) | (d >>> 21)
      const low = scrambled(b)
      c ^= a
      d ^= b
      const t = b << 9
      b ^= c
      a ^= d
      c ^= t
      d = (d << 11) | (d >>> 21)
      numbers[i] = 1 - ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992
    }
    this.#a = a
    this.#b = b
    this.#c = c
    this.#d = d
  }

  /** Uniform among the integers 0 … bound − 1, without bias (Lemire 2019). Needs 1 ≤ bound ≤ 2^32. */
  integer(bound: number): number {
    for (;;) {
      // The 64-bit product of two 32-bit numbers, in halves: its upper word is the draw, its lower word the test.
      const x = this.bits()
      const low = Math.imul(x, bound) >>> 0
      // The remainder is less than the bound, so it is seldom needed; it takes longer than all the rest.
      if (low >= bound || low >= (4294967296 - bound) % bound)
        return Math.round((x * bound - low) / 4294967296) >>> 0
    }
  }

  /** Puts the first `length` items in a uniformly random order, in place (Fisher & Yates), and returns all. */
  shuffle<T extends { [index: number]: number; readonly length: number }>(
    items: T,
    length = items.length,
  ): T {
    for (let i = length - 1; i > 0; i--) {
      const j = this.integer(i + 1)
      const item = items[i]!
      items[i] = items[j]!
      items[j] = item
    }
    return items
  }

  /** A uniformly random permutation of 0 … n − 1. */
  permutation(n: number): Uint32Array {
    const items = new Uint32Array(n)
    for (let i = 0; i < n; i++) items[i] = i
    return this.shuffle(items)
  }
}

/** What the generator gives when the second word of its state is `b`. */
function scrambled(b: number): number {
  const product = Math.imul(b, 5)
  return Math.imul((product << 7) | (product >>> 25), 9)
}

/** The streams of one run. Asking twice for the same name gives two generators that draw the same numbers. */
export class Streams {
  readonly seed: number

  constructor(seed: number) {
    this.seed = seed
  }

  /** The stream for a purpose and, where a purpose has many (coins of each processor), an index. */
  stream(purpose: string, index = 0): Random {
    const [a, b, c, d] = hash128(`${this.seed}/${purpose}/${index}`)
    return new Random(a, b, c, d | 1)
  }
}

/** A seed in [0, 2^53), from a seed and the coordinates of what it is for. */
export function deriveSeed(seed: number, ...coordinates: readonly (string | number)[]): number {
  // JSON keeps the coordinates apart, so that ('a', 'b') and ('ab') differ.
  const [high, low] = hash128(JSON.stringify([seed, ...coordinates]))
  return (high & 0x1fffff) * 4294967296 + low
}

/** 128 bits that depend on every character, as four unsigned words: four multiplicative lanes, then a mixing. */
function hash128(text: string): readonly [number, number, number, number] {
  let a = 0x243f6a88
  let b = 0x85a308d3
  let c = 0x13198a2e
  let d = 0x03707344
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ code, 0x239b961b)
    b = c ^ Math.imul(b ^ code, 0xab0e9789)
    c = d ^ Math.imul(c ^ code, 0x38b34ae5)
    d = a ^ Math.imul(d ^ code, 0xa1e38b93)
  }
  for (let round = 0; round < 3; round++) {
    a = mix(a + b)
    b = mix(b + c)
    c = mix(c + d)
    d = mix(d + a)
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

/** A word in [0, 2^32) in which every bit depends on every bit of the integer `x`. */
export function mixed(x: number): number {
  return mix(x | 0) >>> 0
}

/** A bijection of 32-bit words in which every bit of the result depends on every bit of `x`. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return x ^ (x >>> 15)
}
