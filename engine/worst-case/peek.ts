import { transition } from '../formal/transition.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import type { Machine } from '../simulation/machine/machine.ts'
import { weightAt } from '../weights/weight-at.ts'

/** Looks one step ahead: what a processor would do, by the transition function on a copy of its state. */
export class Peek {
  readonly #algorithm: AnyAlgorithm
  readonly #machine: Machine
  /** By message: what was found, and at which event of the receiver. */
  readonly #found: number[] = []
  readonly #foundAt: number[] = []

  constructor(algorithm: AnyAlgorithm, machine: Machine) {
    this.#algorithm = algorithm
    this.#machine = machine
  }

  /**
   * How many messages the processor would send upon this one; 0 where that depends on coins. `events` is how many
   * events it has had: until the next, the answer stays the same.
   */
  sends(message: number, processor: number, slot: number, payload: number, events: number): number {
    if (this.#foundAt[message] !== events) {
      this.#found[message] = this.#sends(processor, slot, payload)
      this.#foundAt[message] = events
    }
    return this.#found[message]!
  }

  #sends(processor: number, slot: number, payload: number): number {
    const { states, graph, instance, payloads, clients } = this.#machine
    const algorithm = this.#algorithm
    if (this.#machine.terminated(processor) || algorithm.requires.coins === true) return 0
    const inbox = [{ message: payloads.messages[payload]!, from: slot - graph.firstSlot(processor) }]
    const before = this.#machine.asleep(processor) ? 'asleep' : 'awake'
    try {
      return transition(algorithm, before, copy(states[processor]!), {
        degree: graph.degree(processor),
        wakes: false,
        ...(clients !== null && { standing: clients.exchange.standing(processor) }),
        inbox,
        round: null,
        weight: (channel) => weightAt(graph, instance.weights, processor, channel),
        random: () => 0,
      }).sent.length
    } catch {
      // It will fail again if it is chosen, and the execution then ends there.
      return Number.MAX_SAFE_INTEGER
    }
  }
}

/** A copy of plain data. */
function copy<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data
  if (Array.isArray(data)) return data.map(copy) as T
  if (Object.getPrototypeOf(data) !== Object.prototype) return structuredClone(data)
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copy(value)])) as T
}
