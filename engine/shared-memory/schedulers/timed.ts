import type { SchedulerFamily } from './scheduler.ts'

/** Steps have times: each comes at most one unit after the one before of the same processor. */
export const timed: SchedulerFamily<'timed'> = {
  name: 'timed',
  summary:
    'a processor takes each step between min and 1 after the one before, uniformly, so that time has the meaning of the book',
  random: true,
  timed: true,
  parameters: {
    min: {
      kind: 'number',
      default: 0,
      min: 0,
      max: 1,
      description: 'the least time between two steps of a processor',
    },
  },
  positional: 'min',
  schedule({ view, values, stream }) {
    const min = values.min as number
    const { n, live, liveCount } = view
    const times = new Float64Array(n)
    const heap = live.slice(0, liveCount).sort()
    for (const p of heap) times[p] = min + (1 - min) * stream.uniformPositive()
    const queue = new Heap(heap, times)
    /** Who took the last step; −1 if it has finished with that. */
    let last = -1
    const scheduler = {
      time: 0,
      next() {
        if (last >= 0) {
          times[last]! += min + (1 - min) * stream.uniformPositive()
          queue.sink()
        }
        last = queue.first
        scheduler.time = times[last]!
        return last
      },
      finished() {
        last = -1
        queue.pop()
      },
    }
    return scheduler
  },
}

/** Processors by their times, then by their numbers; a binary heap. */
class Heap {
  readonly #items: Int32Array
  readonly #times: Float64Array
  #length: number

  constructor(items: Int32Array, times: Float64Array) {
    this.#items = items
    this.#times = times
    this.#length = items.length
    for (let i = (items.length >> 1) - 1; i >= 0; i--) this.sink(i)
  }

  get first(): number {
    return this.#items[0]!
  }

  /** Restores the order where the time at a place has become later. */
  sink(from = 0): void {
    const items = this.#items
    const item = items[from]!
    let i = from
    for (;;) {
      let child = 2 * i + 1
      if (child >= this.#length) break
      if (child + 1 < this.#length && this.#isBefore(items[child + 1]!, items[child]!)) child++
      if (!this.#isBefore(items[child]!, item)) break
      items[i] = items[child]!
      i = child
    }
    items[i] = item
  }

  /** Takes the first away. */
  pop(): void {
    this.#items[0] = this.#items[--this.#length]!
    if (this.#length > 0) this.sink()
  }

  #isBefore(p: number, q: number): boolean {
    const [a, b] = [this.#times[p]!, this.#times[q]!]
    return a < b || (a === b && p < q)
  }
}
