import { InputError } from '../../../errors.ts'
import {
  initialSharedConfiguration,
  nextAccess,
  type SharedConfiguration,
  sharedStep,
} from '../../../shared-memory/formal/index.ts'
import type { SharedMemoryAlgorithm } from '../../../shared-memory/index.ts'

/** A configuration of a lock, and who takes the steps that lead there. */
export interface Reached {
  readonly configuration: SharedConfiguration
  readonly schedule: readonly number[]
}

/** What an adversary comes upon that no lock may do: an execution, repeated from some step on if it goes on for ever. */
export class LockBroken extends Error {
  readonly property: 'mutual exclusion' | 'no deadlock'
  readonly schedule: readonly number[]
  readonly repeatsFrom: number | null

  constructor(property: LockBroken['property'], schedule: readonly number[], repeatsFrom: number | null) {
    super(`${property} is violated`)
    this.property = property
    this.schedule = schedule
    this.repeatsFrom = repeatsFrom
  }
}

/** No adversary takes more steps than these. */
const stepsMax = 300_000

/** Takes steps of a lock by the definitions, from configuration to configuration. Throws a LockBroken where the lock is wrong. */
export class LockWalk {
  readonly first: Reached
  readonly #name: string
  #steps = 0

  constructor(algorithm: SharedMemoryAlgorithm, n: number) {
    this.#name = algorithm.name
    const passages = new Array<number>(n).fill(Number.POSITIVE_INFINITY)
    this.first = { configuration: initialSharedConfiguration({ algorithm, n, passages }), schedule: [] }
  }

  /** The configuration after steps of these processors, one after the other. */
  steps(from: Reached, processors: Iterable<number>): Reached {
    let { configuration } = from
    const schedule = [...from.schedule]
    for (const p of processors) {
      if (++this.#steps > stepsMax)
        throw new InputError(`${this.#name}: the adversary came to no end in ${stepsMax} steps`)
      configuration = sharedStep(configuration, p).configuration
      schedule.push(p)
      const inside = configuration.processors.filter(({ section }) => section === 'critical')
      if (inside.length > 1) throw new LockBroken('mutual exclusion', schedule, null)
    }
    return { configuration, schedule }
  }

  /**
   * The turns of some processors, round by round, until it is enough. Throws a LockBroken if that never comes, since all is
   * again as it was: then they try for ever and nobody enters.
   */
  turns(
    from: Reached,
    whose: (reached: Reached) => readonly number[],
    isEnough: (reached: Reached) => boolean,
  ): Reached {
    const met = new Map<string, Reached>()
    let here = from
    while (!isEnough(here)) {
      const key = JSON.stringify([here.configuration.processors, here.configuration.values])
      const before = met.get(key)
      if (before !== undefined) throw this.#stuck(here, before.schedule.length)
      met.set(key, here)
      for (const p of whose(here)) {
        here = this.steps(here, [p])
        if (isEnough(here)) return here
      }
    }
    return here
  }

  /** The variable that a processor writes with its next step; null if it writes none. */
  writes({ configuration }: Reached, processor: number): string | null {
    const { access } = nextAccess(configuration, processor)
    return access.kind === 'write' ? access.variable : null
  }

  #stuck({ configuration, schedule }: Reached, repeatsFrom: number): LockBroken | InputError {
    const tries = configuration.processors.some(({ section }) => section === 'entry')
    if (tries) return new LockBroken('no deadlock', schedule, repeatsFrom)
    return new InputError(
      `${this.#name}: a release goes on for ever, so it is no lock in the sense of the theorem`,
    )
  }
}

/** The section of a processor. */
export const sectionOf = ({ configuration }: Reached, processor: number): string =>
  configuration.processors[processor]!.section
