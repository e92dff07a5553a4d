/** What the workers of an exploration and their driver tell each other, in shared memory. */
export class Shared {
  readonly buffer: SharedArrayBuffer
  readonly #words: Int32Array
  readonly #states: BigInt64Array

  constructor(buffer = new SharedArrayBuffer(16)) {
    this.buffer = buffer
    this.#words = new Int32Array(buffer, 0, 2)
    this.#states = new BigInt64Array(buffer, 8, 1)
  }

  /** The driver wants all to end. */
  stop(): void {
    Atomics.store(this.#words, 0, 1)
  }

  get stopped(): boolean {
    return Atomics.load(this.#words, 0) === 1
  }

  /** One more instance is done, with so many configurations. */
  add(states: number): void {
    Atomics.add(this.#words, 1, 1)
    Atomics.add(this.#states, 0, BigInt(states))
  }

  get instances(): number {
    return Atomics.load(this.#words, 1)
  }

  get states(): number {
    return Number(Atomics.load(this.#states, 0))
  }
}
