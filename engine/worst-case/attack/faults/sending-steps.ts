import type { Observer } from '../../../simulation/machine/observer.ts'

/** Looks on and notes in which of its steps, from 0, each processor sends something, or would. */
export class SendingSteps implements Observer {
  /** By processor, in order. */
  readonly steps: number[][]
  readonly #taken: number[]
  #processor = 0

  constructor(n: number) {
    this.steps = Array.from({ length: n }, () => [])
    this.#taken = new Array(n).fill(0)
  }

  begins(processor: number): void {
    this.#processor = processor
    this.#taken[processor]!++
  }

  sends(): void {
    const own = this.steps[this.#processor]!
    const step = this.#taken[this.#processor]! - 1
    if (own.at(-1) !== step) own.push(step)
  }

  strays(): void {
    this.sends()
  }

  wakes(): void {}
  processes(): void {}
  ends(): void {}
}
