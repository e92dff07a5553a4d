import type { Service } from '../model/index.ts'
import type { Lapse } from './lapse.ts'

/** What waiting for a critical section costs: how often others go first, and how long nobody is in it though some wait. */
export class Contention {
  bypass = 0
  syncDelay: number | null = null
  readonly #critical: NonNullable<Service['critical']>
  readonly #n: number
  readonly #lapse: Lapse
  /** Who waits. */
  readonly #waiting = new Set<number>()
  /** By processor, how often each other one has entered since it was asked to. */
  readonly #entered: Uint32Array[] = []
  /** When somebody left while others waited, if nobody has entered since. */
  #left: number | null = null

  constructor(critical: NonNullable<Service['critical']>, n: number, lapse: Lapse) {
    this.#lapse = lapse
    this.#critical = critical
    this.#n = n
  }

  invoked(processor: number, time: number, operation: string): void {
    if (operation === this.#critical.enter) {
      this.#waiting.add(processor)
      this.#entered[processor] ??= new Uint32Array(this.#n)
      this.#entered[processor].fill(0)
    } else if (operation === this.#critical.leave && this.#waiting.size > 0) this.#left = time
  }

  responded(processor: number, time: number, operation: string): void {
    if (operation !== this.#critical.enter) return
    this.#waiting.delete(processor)
    for (const other of this.#waiting) {
      const entered = ++this.#entered[other]![processor]!
      if (entered > this.bypass) this.bypass = entered
    }
    if (this.#left === null) return
    this.syncDelay = Math.max(this.syncDelay ?? 0, this.#lapse(this.#left, time))
    this.#left = null
  }
}
