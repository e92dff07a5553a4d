import type { Clock } from '../model/index.ts'
import type { Random } from '../random.ts'
import type { ClockFamily } from './clock-family.ts'

/** Clocks run too fast or too slow: at a rate that is constant over a stretch of time, and another in the next. */
export const drift: ClockFamily<'drift'> = {
  name: 'drift',
  summary: 'each runs at a rate between 1 − rho and 1 + rho, which changes after every stretch',
  title: 'clocks with drift',
  random: true,
  steady: false,
  parameters: {
    rho: {
      kind: 'number',
      default: 0.01,
      min: 0,
      max: 0.99,
      description: 'how far from 1 the rate of a clock may be',
    },
    stretch: {
      kind: 'number',
      default: 10,
      min: 0,
      aboveMin: true,
      description: 'how long a rate stays the same',
    },
    max: { kind: 'number', default: 0, min: 0, description: 'the most that a clock is ahead at first' },
  },
  create: ({ n, values, streamOf }) =>
    Array.from({ length: n }, (_, p) => {
      const { rho, stretch, max } = values as { readonly rho: number; stretch: number; max: number }
      return new Drifting(streamOf(p), rho, stretch, max)
    }),
}

/** A clock whose rates are drawn as time comes to them. */
class Drifting implements Clock {
  readonly #random: Random
  readonly #rho: number
  readonly #stretch: number
  /** By stretch: what the clock shows as it begins, and its rate in it. */
  readonly #readings: number[]
  readonly #rates: number[] = []

  constructor(random: Random, rho: number, stretch: number, max: number) {
    this.#random = random
    this.#rho = rho
    this.#stretch = stretch
    this.#readings = [max === 0 ? 0 : max * random.uniform()]
  }

  at(time: number): number {
    const index = Math.floor(time / this.#stretch)
    while (this.#rates.length <= index) this.#draw()
    return this.#readings[index]! + this.#rates[index]! * (time - index * this.#stretch)
  }

  when(reading: number): number {
    while (this.#readings.at(-1)! <= reading) this.#draw()
    let [low, high] = [0, this.#rates.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#readings[middle]! <= reading) low = middle
      else high = middle - 1
    }
    return low * this.#stretch + (reading - this.#readings[low]!) / this.#rates[low]!
  }

  #draw(): void {
    const rate = 1 + this.#rho * (2 * this.#random.uniform() - 1)
    this.#rates.push(rate)
    this.#readings.push(this.#readings.at(-1)! + rate * this.#stretch)
  }
}
