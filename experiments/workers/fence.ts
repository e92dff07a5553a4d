import { createRequire, syncBuiltinESMExports } from 'node:module'
import { freezeIntrinsics } from '../loading/intrinsics.ts'

/** What can be taken away before a module of a user's is imported. */
const threads = createRequire(import.meta.url)('node:worker_threads') as {
  parentPort: unknown
  workerData: unknown
}

const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] as const

/**
 * Keeps what a user's algorithm does within the cell that does it: there are no timers, and what a cell leaves to happen
 * later is waited for, so that it is known of whom it is. What JavaScript itself provides cannot be changed.
 */
export class Fence {
  readonly #immediate = setImmediate
  #late: unknown[] = []

  /** From now on, in this thread. */
  constructor() {
    freezeIntrinsics()
    // What the worker is told, and what it tells, is no module's business.
    threads.parentPort = null
    threads.workerData = null
    syncBuiltinESMExports()
    for (const name of timers)
      Object.defineProperty(globalThis, name, {
        value: () => {
          throw new Error(`${name} is called; an algorithm acts only when a message comes or a round begins`)
        },
      })
    for (const event of ['unhandledRejection', 'uncaughtException'] as const)
      process.on(event, (reason: unknown) => this.#late.push(reason))
  }

  /** What a cell has left to happen after its run and what failed then, in words; null if nothing did. */
  async failure(): Promise<string | null> {
    await new Promise((resolve) => this.#immediate(resolve))
    if (this.#late.length === 0) return null
    const [reason] = this.#late
    this.#late = []
    const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)
    return `goes on after its handlers are over, and fails then with ${text}`
  }
}
