/** What a worker and its driver tell each other while a search goes on, in shared memory. */
export class Signals {
  readonly buffer: SharedArrayBuffer
  readonly #stop: Int32Array
  readonly #figures: Float64Array

  constructor(buffer = new SharedArrayBuffer(24)) {
    this.buffer = buffer
    this.#stop = new Int32Array(buffer, 0, 1)
    this.#figures = new Float64Array(buffer, 8, 2)
  }

  /** The driver wants the search to end. */
  stop(): void {
    Atomics.store(this.#stop, 0, 1)
  }

  get stopped(): boolean {
    return Atomics.load(this.#stop, 0) === 1
  }

  /** The worker tells how much it has done, and a figure that it has come to; whether it is to end. */
  tell(done: number, figure: number): boolean {
    this.#figures[0] = done
    this.#figures[1] = figure
    return this.stopped
  }

  get done(): number {
    return this.#figures[0]!
  }

  /** 0 before anything was told. */
  get figure(): number {
    return this.#figures[1]!
  }
}
