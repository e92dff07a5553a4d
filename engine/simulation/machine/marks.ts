import { ModelError } from '../../errors.ts'
import type { AnyAlgorithm, MarkTimes } from '../../model/index.ts'

/** Why a mark cannot be made; null if the algorithm lists it. */
function markProblem({ marks = [] }: AnyAlgorithm, name: string): string | null {
  if (marks.includes(name)) return null
  return `makes the mark “${name}”, which is not in the algorithm's marks: [${marks.map((mark) => `'${mark}'`).join(', ')}]`
}

/** In partial synchrony, from when on delays are bounded, and by what. */
export interface Synchrony {
  readonly gst: number
  readonly bound: number
}

/** When processors come to what an algorithm marks. Events come in the order of time, so the latest first time is the last. */
export class Marks {
  readonly #algorithm: AnyAlgorithm
  /** By mark: who has made it, and when. */
  readonly #made = new Map<string, Map<number, number>>()
  readonly #times = new Map<string, MarkTimes>()

  constructor(algorithm: AnyAlgorithm) {
    this.#algorithm = algorithm
  }

  /** The processor makes a mark at this time, perhaps again. */
  make(name: string, processor: number, time: number): void {
    let made = this.#made.get(name)
    if (made === undefined) {
      const problem = markProblem(this.#algorithm, name)
      if (problem !== null) throw new ModelError(problem)
      this.#made.set(name, (made = new Map()))
    }
    if (made.has(processor)) return
    made.set(processor, time)
    this.#times.set(name, { first: this.#times.get(name)?.first ?? time, last: time })
  }

  /** By mark, in the order in which they were first made, in units of `unit`; of processors that are `leftOut`, none. */
  times(
    unit: number,
    leftOut: ((processor: number) => boolean) | null = null,
    synchrony: Synchrony | null = null,
  ): Record<string, MarkTimes> {
    const times = leftOut === null ? [...this.#times] : this.#timesWithout(leftOut)
    const scaled = times.map(([name, { first, last }]): [string, MarkTimes] => [
      name,
      {
        first: first / unit,
        last: last / unit,
        ...(synchrony !== null && { afterGst: Math.max(0, last - synchrony.gst) / synchrony.bound }),
      },
    ])
    return Object.fromEntries(scaled)
  }

  #timesWithout(leftOut: (processor: number) => boolean): [string, MarkTimes][] {
    return [...this.#made].flatMap(([name, made]): [string, MarkTimes][] => {
      const kept = [...made].filter(([processor]) => !leftOut(processor)).map(([, time]) => time)
      return kept.length === 0 ? [] : [[name, { first: kept[0]!, last: kept.at(-1)! }]]
    })
  }
}
