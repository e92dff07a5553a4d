import { InputError } from '../../errors.ts'
import type { Coins } from '../memory/memory.ts'
import type { Scheduler, SchedulerView } from '../schedulers/index.ts'

/**
 * Who takes the steps is given, one after the other, and what comes up where somebody flips a coin: both in one number,
 * p + n · told, told from 0. Where nobody flips coins, that is a list of processors.
 */
export class GivenSchedule {
  readonly #steps: readonly number[]
  readonly #n: number
  /** The most sides that a coin has. */
  readonly #sides: number
  #taken = 0

  constructor(steps: readonly number[], n: number, sides: number) {
    this.#steps = steps
    this.#n = n
    this.#sides = sides
  }

  get length(): number {
    return this.#steps.length
  }

  /** What comes up in the step that is taken. */
  readonly coins: Coins = (_, sides) =>
    Math.min(Math.floor(this.#steps[this.#taken - 1]! / this.#n), sides - 1)

  /** Throws an InputError where a step is given to nobody who can take it. */
  scheduler(view: SchedulerView): Scheduler {
    return {
      next: () => {
        const move = this.#steps[this.#taken++]!
        if (move >= this.#n * this.#sides)
          throw new InputError(`there is no p_${move} among ${this.#n} processors`)
        const p = move % this.#n
        if (view.passagesLeft(p) === 0)
          throw new InputError(`step ${this.#taken} is given to p_${p}, which has made all its passages`)
        return p
      },
    }
  }
}
