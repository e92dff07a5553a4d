import { grown } from '../../typed-arrays.ts'

/**
 * Configurations as rows of 16-bit numbers, each once, numbered in the order of their discovery. A hash table with open
 * addresses finds them; hashes are sums over the cells, so that a step that changes two cells changes a hash in constant time.
 */
export class ConfigurationStore {
  readonly width: number
  count = 0
  #cells: Uint16Array
  #hashes: Uint32Array
  /** By hash, one more than the number of a row; 0 is free. */
  #table = new Uint32Array(1 << 16)

  constructor(width: number) {
    this.width = width
    this.#cells = new Uint16Array(width << 12)
    this.#hashes = new Uint32Array(1 << 12)
  }

  /** The number of a row with this hash; a new one is added. */
  add(row: Uint16Array, hash: number): number {
    const { width } = this
    const cells = this.#cells
    const table = this.#table
    const mask = table.length - 1
    let slot = spread(hash) & mask
    for (;;) {
      const found = table[slot]!
      if (found === 0) break
      if (this.#hashes[found - 1] === hash) {
        const begin = (found - 1) * width
        let i = 0
        while (i < width && cells[begin + i] === row[i]) i++
        if (i === width) return found - 1
      }
      slot = (slot + 1) & mask
    }
    table[slot] = this.count + 1
    return this.#append(row, hash)
  }

  /** Copies a row. */
  load(number: number, row: Uint16Array): void {
    const begin = number * this.width
    for (let i = 0; i < this.width; i++) row[i] = this.#cells[begin + i]!
  }

  /** One cell of a row. */
  cell(number: number, column: number): number {
    return this.#cells[number * this.width + column]!
  }

  hash(number: number): number {
    return this.#hashes[number]!
  }

  #append(row: Uint16Array, hash: number): number {
    const number = this.count++
    if (number === this.#hashes.length) {
      this.#cells = grown(this.#cells)
      this.#hashes = grown(this.#hashes)
    }
    this.#cells.set(row, number * this.width)
    this.#hashes[number] = hash
    if (this.count * 2 > this.#table.length) this.#rehash()
    return number
  }

  #rehash(): void {
    const table = new Uint32Array(this.#table.length * 4)
    const mask = table.length - 1
    for (let number = 0; number < this.count; number++) {
      let slot = spread(this.#hashes[number]!) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = number + 1
    }
    this.#table = table
  }
}

/** What a cell adds to the hash of its row. */
function hashOfCell(column: number, value: number): number {
  let x = Math.imul(value + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d)
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39)
  return (x ^ (x >>> 15)) >>> 0
}

/** The hash of a row. */
export function hashOfRow(row: Uint16Array): number {
  let hash = 0
  for (let i = 0; i < row.length; i++) hash = (hash + hashOfCell(i, row[i]!)) >>> 0
  return hash
}

const spread = (hash: number): number => (hash ^ (hash >>> 16)) >>> 0

/** Gives a cell of a row another value; the hash of the row, which was `hash`, after that. */
export function withCell(row: Uint16Array, hash: number, column: number, value: number): number {
  const before = row[column]!
  row[column] = value
  return hash - hashOfCell(column, before) + hashOfCell(column, value)
}
