import type { AccessKind } from '../../shared-memory/index.ts'

/** Whether an access is a remote reference, in each model of memory. */
export interface Remote {
  readonly cc: boolean
  readonly 'cc-write-back': boolean
  readonly dsm: boolean
}

/** What a processor holds of a variable: nothing, a valid copy, or the only copy, which it has written. */
export type Copy = 'none' | 'valid' | 'only'

/**
 * Who holds a valid copy of which variable, as sets: the counting of remote references that a record is held to. The loop
 * counts with versions, and the definitions look back over the execution.
 */
export class References {
  readonly #homes: readonly (number | null)[]
  /** By variable, who holds a valid copy. */
  readonly #holders: Set<number>[]
  /** By variable, who has written it last; −1 if nobody has. */
  readonly #writers: Int32Array

  constructor(homes: readonly (number | null)[]) {
    this.#homes = homes
    this.#holders = homes.map(() => new Set())
    this.#writers = new Int32Array(homes.length).fill(-1)
  }

  /** What a processor holds of a variable. */
  copy(variable: number, processor: number): Copy {
    const holders = this.#holders[variable]!
    if (!holders.has(processor)) return 'none'
    return holders.size === 1 && this.#writers[variable] === processor ? 'only' : 'valid'
  }

  /** Who holds a valid copy of a variable. */
  holders(variable: number): ReadonlySet<number> {
    return this.#holders[variable]!
  }

  /** An access of a processor. */
  access(processor: number, variable: number, kind: AccessKind): Remote {
    const copy = this.copy(variable, processor)
    const dsm = this.#homes[variable] !== processor
    if (kind === 'read' || kind === 'await') {
      this.#holders[variable]!.add(processor)
      return { cc: copy === 'none', 'cc-write-back': copy === 'none', dsm }
    }
    this.#holders[variable] = new Set([processor])
    this.#writers[variable] = processor
    return { cc: true, 'cc-write-back': copy !== 'only', dsm }
  }
}
