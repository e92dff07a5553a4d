import type { Observer } from '../../../simulation/machine/observer.ts'

/** A step in which a processor sends something: its number, from 0, and when it is taken. */
export interface SendingStep {
  readonly step: number
  readonly time: number
}

/** Looks on and notes in which of its steps, from 0, each processor sends something, or would. */
export class SendingSteps implements Observer {
  /** By processor, in order. */
  readonly steps: SendingStep[][]
  readonly #taken: number[]
  #processor = 0
  #time = 0

  constructor(n: number) {
    this.steps = Array.from({ length: n }, () => [])
    this.#taken = new Array(n).fill(0)
  }

  begins(processor: number, time: number): void {
    this.#processor = processor
    this.#time = time
    this.#taken[processor]!++
  }

  sends(): void {
    const own = this.steps[this.#processor]!
    const step = this.#taken[this.#processor]! - 1
    if (own.at(-1)?.step !== step) own.push({ step, time: this.#time })
  }

  strays(): void {
    this.sends()
  }

  wakes(): void {}
  processes(): void {}
  ends(): void {}
}
