/** What a worker and its driver tell each other while an island is searched, in shared memory. */
export class Signals {
  readonly buffer: SharedArrayBuffer
  readonly #stop: Int32Array
  readonly #figures: Float64Array

  constructor(buffer = new SharedArrayBuffer(24)) {
    this.buffer = buffer
    this.#stop = new Int32Array(buffer, 0, 1)
    this.#figures = new Float64Array(buffer, 8, 2)
  }

  /** The driver wants the island to end. */
  stop(): void {
    Atomics.store(this.#stop, 0, 1)
  }

  /** The worker tells how many runs it has made and the best value; whether it is to end. */
  tell(runs: number, best: number): boolean {
    this.#figures[0] = runs
    this.#figures[1] = best
    return Atomics.load(this.#stop, 0) === 1
  }

  get runs(): number {
    return this.#figures[0]!
  }

  /** Of the runs so far; −∞ if there is none. */
  get best(): number {
    return this.runs === 0 ? Number.NEGATIVE_INFINITY : this.#figures[1]!
  }
}
