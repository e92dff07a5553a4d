import { IndexSet } from '../transit/index-set.ts'

/** Not exported: code that imports a constant looks it up each time. */
const [ASLEEP, AWAKE, TERMINATED] = [0, 1, 2] as const

/** What each processor is: asleep, awake or terminated. */
export class Statuses {
  /** Those that have terminated, once more, in so little memory that inner loops find it in the cache. */
  readonly terminatedSet: IndexSet
  readonly #statuses: Uint8Array

  constructor(n: number) {
    this.terminatedSet = new IndexSet(n)
    this.#statuses = new Uint8Array(n)
  }

  asleep(processor: number): boolean {
    return this.#statuses[processor] === ASLEEP
  }

  awake(processor: number): boolean {
    return this.#statuses[processor] === AWAKE
  }

  terminated(processor: number): boolean {
    return this.#statuses[processor] === TERMINATED
  }

  /** Wakes a processor that is asleep. */
  wake(processor: number): void {
    this.#statuses[processor] = AWAKE
  }

  /** A processor that has crashed comes back, awake. */
  revive(processor: number): void {
    this.#statuses[processor] = AWAKE
    this.terminatedSet.delete(processor)
  }

  terminate(processor: number): void {
    if (this.#statuses[processor] === TERMINATED) return
    this.#statuses[processor] = TERMINATED
    this.terminatedSet.add(processor)
  }
}
