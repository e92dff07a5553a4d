/** Of one value, so many parts are looked at, and so many letters of a text. */
const mostParts = 64
const mostLetters = 256

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)

/** A number of 32 bits for some values: for equal ones the same, for others most likely another. */
export class Digest {
  value = 0x811c9dc5
  #parts = 0

  /** Adds one more value. Of a large one, only the beginning is looked at, so that states of any size cost little. */
  add(value: unknown): this {
    this.#parts = mostParts
    this.#visit(value)
    return this
  }

  #visit(value: unknown): void {
    if (this.#parts-- <= 0) return
    if (typeof value === 'number') this.#number(value)
    else if (typeof value !== 'object' || value === null) this.#text(`${typeof value} ${String(value)}`)
    else if (value instanceof Map || value instanceof Set) this.#collection(value)
    else if (ArrayBuffer.isView(value)) this.#list(value as unknown as ArrayLike<unknown>)
    else if (Array.isArray(value)) this.#list(value)
    else
      for (const key in value) {
        if (this.#parts <= 0) return
        this.#text(key)
        this.#visit((value as Record<string, unknown>)[key])
      }
  }

  #collection(values: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>): void {
    this.#text(`collection ${values.size}`)
    for (const part of values) {
      if (this.#parts <= 0) return
      this.#visit(part)
    }
  }

  #list(values: ArrayLike<unknown>): void {
    this.#text(`list ${values.length}`)
    for (let i = 0; i < values.length && this.#parts > 0; i++) this.#visit(values[i])
  }

  #number(value: number): void {
    double[0] = value
    this.#word(words[0]!)
    this.#word(words[1]!)
  }

  #text(text: string): void {
    this.#word(text.length)
    const { length } = text
    for (let i = 0; i < length && i < mostLetters; i++) this.#word(text.charCodeAt(i))
  }

  #word(word: number): void {
    this.value = Math.imul(this.value ^ word, 0x01000193) >>> 0
  }
}
