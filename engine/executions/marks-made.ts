import type { MarkTimes } from '../model/index.ts'

/** When the processors of an execution that is carried out again make their marks, each the first time. */
export class MarksMade {
  /** By mark, by processor. */
  readonly #times = new Map<string, Map<number, number>>()

  make(name: string, processor: number, time: number): void {
    let made = this.#times.get(name)
    if (made === undefined) this.#times.set(name, (made = new Map()))
    if (!made.has(processor)) made.set(processor, time)
  }

  /** By mark, in units of `unit`; of processors that are left out, none. */
  times(unit: number, leftOut: (processor: number) => boolean = () => false): Record<string, MarkTimes> {
    const found = [...this.#times].flatMap(([name, made]) => {
      const times = [...made].filter(([processor]) => !leftOut(processor)).map(([, time]) => time / unit)
      if (times.length === 0) return []
      return [[name, { first: least(times), last: -least(times.map((time) => -time)) }]]
    })
    return Object.fromEntries(found)
  }
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))
