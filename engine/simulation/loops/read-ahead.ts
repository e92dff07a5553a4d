import type { Machine } from '../machine/machine.ts'
import type { EventQueue } from '../queues/event-queue.ts'
import { isIn } from '../transit/index-set.ts'

/** How many events ahead memory is read, and from how many processors on that pays: beyond the caches. */
const [eventsAhead, manyProcessors] = [64, 2 ** 15] as const

/**
 * Reads what the next events will read, for many events at once. The cache misses then overlap, where one event after
 * the other would wait for each.
 */
export class ReadAhead {
  readonly #machine: Machine
  readonly #queue: EventQueue
  readonly #receivers = new Uint32Array(eventsAhead)
  /** For how many events memory has been read. */
  #left = 0
  /** What was read, so that the compiler does not leave the reading out. */
  sum = 0

  /** Null if there are so few processors that everything is in the caches. */
  static of(machine: Machine, queue: EventQueue): ReadAhead | null {
    return machine.graph.n < manyProcessors ? null : new ReadAhead(machine, queue)
  }

  private constructor(machine: Machine, queue: EventQueue) {
    this.#machine = machine
    this.#queue = queue
  }

  /** To be called before each event. */
  beforeEvent(): void {
    if (this.#left-- > 0) return
    this.#left = this.#queue.upcoming(this.#receivers)
    this.#read()
  }

  #read(): void {
    const { statuses, states, sentBy, graph } = this.#machine
    const terminated = statuses.terminatedSet.words
    const processors = this.#receivers
    const count = this.#left
    let running = 0
    for (let i = 0; i < count; i++) {
      const p = processors[i]!
      processors[running] = p
      running += 1 - isIn(terminated, p)
    }
    let sum = 0
    for (let i = 0; i < running; i++) {
      const p = processors[i]!
      sum += sentBy[p]! + graph.touch(p)
      if (typeof states[p] === 'function') sum++
    }
    this.sum = sum
  }
}
