/**
 * Text that grows as bytes. Writing the numbers of a long execution digit by digit takes a fraction of the time of
 * turning each into a string.
 */
export class ByteWriter {
  bytes = new Uint8Array(1 << 17)
  length = 0
  readonly #encoder = new TextEncoder()
  #latest = Number.NaN
  #latestStart = 0
  #latestLength = 0

  /** Forgets all that was written. */
  clear(): void {
    this.length = 0
    this.#latest = Number.NaN
  }

  /** Makes room for so many bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const larger = new Uint8Array(2 * (this.bytes.length + count))
    larger.set(this.bytes)
    this.bytes = larger
  }

  /** A short text of ASCII characters. */
  ascii(text: string): void {
    this.reserve(text.length)
    const { bytes, length } = this
    for (let i = 0; i < text.length; i++) bytes[length + i] = text.charCodeAt(i)
    this.length = length + text.length
  }

  text(text: string): void {
    this.reserve(3 * text.length)
    const start = this.length
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 127) {
        this.length = start + this.#encoder.encodeInto(text, this.bytes.subarray(start)).written
        return
      }
      this.bytes[this.length++] = code
    }
  }

  /** A natural number. */
  natural(value: number): void {
    if (value > 0x7fffffff) return this.ascii(String(value))
    this.reserve(10)
    let digits = 1
    for (let power = 10; power <= value; power *= 10) digits++
    this.#digits(value, digits)
  }

  /** A number that is not negative, with as many decimals as it takes to read the same double back. */
  number(value: number): void {
    if (value === this.#latest) return this.#repeat()
    const start = this.length
    const whole = Math.floor(value)
    if (value === whole && value <= 0x7fffffff) this.natural(value)
    else if (value < 0.0625 || value > 0x7fffffff) this.ascii(String(value))
    else this.#decimals(whole, value)
    this.#latest = value
    this.#latestStart = start
    this.#latestLength = this.length - start
  }

  /** Equal numbers often follow each other: an event that answers at once, a message on many channels. */
  #repeat(): void {
    this.reserve(this.#latestLength)
    this.bytes.copyWithin(this.length, this.#latestStart, this.#latestStart + this.#latestLength)
    this.length += this.#latestLength
  }

  /**
   * The fraction of a double from 1/16 on is a multiple of 2^−56. Kept in two halves of 28 bits, it can be multiplied
   * by 10^6 without rounding, so the digits are exact. What is cut off after the last is less than half the distance
   * to the next double: 10^−16 from 1 on, where that is 1.1 · 10^−16 or more; 10^−18 below, where it is 6.9 · 10^−18.
   */
  #decimals(whole: number, value: number): void {
    this.reserve(32)
    this.natural(whole)
    this.bytes[this.length++] = 46
    const scaled = (value - whole) * half
    let high = Math.floor(scaled)
    let low = (scaled - high) * half
    const { bytes } = this
    let end = this.length
    for (let group = 0; group < 3; group++) {
      const lowProduct = low * 1e6
      const carry = Math.floor(lowProduct / half)
      low = lowProduct - carry * half
      const product = high * 1e6 + carry
      const digits = Math.floor(product / half)
      high = product - digits * half
      const first = (digits / 10_000) | 0
      const rest = digits - first * 10_000
      const second = (rest / 100) | 0
      const third = rest - second * 100
      bytes[end] = tens[first]!
      bytes[end + 1] = ones[first]!
      bytes[end + 2] = tens[second]!
      bytes[end + 3] = ones[second]!
      bytes[end + 4] = tens[third]!
      bytes[end + 5] = ones[third]!
      end += 6
    }
    if (whole > 0) end -= 2
    while (bytes[end - 1] === 48) end--
    this.length = end
  }

  /** The last `count` decimal digits of a number below 2^31. */
  #digits(value: number, count: number): void {
    const { bytes } = this
    this.length += count
    let place = this.length - 1
    for (; count >= 2; count -= 2) {
      const rest = (value / 100) | 0
      const two = value - 100 * rest
      bytes[place--] = ones[two]!
      bytes[place--] = tens[two]!
      value = rest
    }
    if (count === 1) bytes[place] = 48 + value
  }
}

const half = 2 ** 28

/** The digits of 0 … 99. */
const tens = Uint8Array.from({ length: 100 }, (_, i) => 48 + Math.floor(i / 10))
const ones = Uint8Array.from({ length: 100 }, (_, i) => 48 + (i % 10))
