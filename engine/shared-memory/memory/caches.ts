/**
 * Who holds a valid copy of which variable, in a cache-coherent memory without limits to its caches.
 *
 * A read is remote unless the processor holds a valid copy, and leaves it one. A write or read-modify-write leaves the
 * writer the only valid copy. Where caches write through, each is remote; where they write back, it is local if the
 * processor holds the only copy already, from a write of its own since which nobody else has used the variable.
 *
 * A copy is a version: it is valid while no write has made another. So a write takes constant time, however many copies
 * become invalid.
 */
export class Caches {
  readonly #processors: number
  /** By variable: how many writes there were, and one more. */
  readonly #versions: Uint32Array
  /** By variable: who holds the only copy for writing; −1 if nobody does. */
  readonly #owners: Int32Array
  /** By variable and processor: the version of the copy; 0 if there was none. */
  readonly #copies: Uint32Array | Map<number, number>

  constructor(variables: number, processors: number) {
    this.#processors = processors
    this.#versions = new Uint32Array(variables).fill(1)
    this.#owners = new Int32Array(variables).fill(-1)
    const size = variables * processors
    // Of so many pairs few are ever used.
    this.#copies = size <= denseMax ? new Uint32Array(size) : new Map()
  }

  /** A read; whether it is remote. */
  read(variable: number, processor: number): boolean {
    const version = this.#versions[variable]!
    const pair = variable * this.#processors + processor
    const copies = this.#copies
    if (copies instanceof Map) {
      if (copies.get(pair) === version) return false
      copies.set(pair, version)
    } else {
      if (copies[pair] === version) return false
      copies[pair] = version
    }
    this.#owners[variable] = -1
    return true
  }

  /** A write or a read-modify-write; whether it is remote where caches write back. Where they write through, it is. */
  write(variable: number, processor: number): boolean {
    const version = ++this.#versions[variable]!
    const pair = variable * this.#processors + processor
    const copies = this.#copies
    if (copies instanceof Map) copies.set(pair, version)
    else copies[pair] = version
    const remote = this.#owners[variable] !== processor
    this.#owners[variable] = processor
    return remote
  }
}

const denseMax = 2 ** 25
