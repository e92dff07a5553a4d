import { InputError } from '../../../errors.ts'
import { type RecordedSharedSchedule, recordSharedSchedule } from '../../../executions/index.ts'
import type { SharedMemoryAlgorithm } from '../../../shared-memory/index.ts'
import { rmwNames } from '../../../shared-memory/model/index.ts'
import { LockBroken, LockWalk, type Reached, sectionOf } from './lock-walk.ts'

/** What became of the lower bound for locks made of registers. */
export interface ForcedRegisters {
  readonly n: number
  /** How many shared variables the lock has. */
  readonly registers: number
  /** What it violates; null if it covers n registers. */
  readonly violated: LockBroken['property'] | null
  /** Those that were covered at once, by p_0, p_1 …, when the execution ended or went wrong. */
  readonly covered: readonly string[]
  /** The execution, accepted by the checker. */
  readonly recorded: RecordedSharedSchedule
}

/** A configuration in which p_0, p_1 … cover a register each, and which to all others looks like one in which all rest. */
interface Covering extends Reached {
  /** That other one. */
  readonly idle: Reached
  readonly covered: readonly string[]
}

/**
 * The lower bound for locks, carried out against any one: without deadlock, mutual exclusion of n processors takes n shared variables
 * if these are only read and written. Attiya & Welch, 2nd edition, section 4.4.4; Burns & Lynch 1993.
 *
 * A processor *covers* a register if its next step writes it. The adversary makes p_0 … p_{k−1} cover k registers, while
 * to all others everybody seems to rest. Again and again it lets these write, come to rest, and cover registers anew, until
 * they cover the same set W as once before. At that earlier time it lets p_k go on alone. If p_k comes to a register outside of W,
 * it stops before it writes: what it has written till then is in W, is written over by the others, and nobody has noticed it, so
 * that all goes on as before, and k + 1 registers are covered. If p_k enters without that, the others write over what it has
 * written, and one of them enters as well. With fewer than n registers that is bound to happen.
 */
export function forceRegisters(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  module: string | null = null,
): ForcedRegisters {
  if (n < 2) throw new InputError(`the lower bound for locks is about two or more processors; here n = ${n}`)
  const walk = new LockWalk(algorithm, n)
  const { variables } = walk.first.configuration
  for (const { name, offers } of variables)
    if (offers.length > 0)
      throw new InputError(
        `the lower bound for locks is about variables that are only read and written; ${name} of ${algorithm.name} offers ${rmwNames[offers[0]!]}`,
      )
  const adversary = new Coverer(walk)
  const system = { n, passages: Number.POSITIVE_INFINITY, module }
  const found = { n, registers: variables.length }
  try {
    const { schedule, covered } = adversary.cover(walk.first, n)
    const recorded = recordSharedSchedule(algorithm, { ...system, schedule })
    return { ...found, violated: null, covered, recorded }
  } catch (error) {
    if (!(error instanceof LockBroken)) throw error
    const { property, schedule, repeatsFrom } = error
    const reason =
      property === 'mutual exclusion' ? 'two enter' : 'somebody tries for ever, and nobody enters'
    const violates = { property, reason }
    const recorded = recordSharedSchedule(algorithm, { ...system, schedule, repeatsFrom, violates })
    return { ...found, violated: property, covered: adversary.covered, recorded }
  }
}

class Coverer {
  /** What was covered when p_k was let go last. */
  covered: readonly string[] = []
  readonly #walk: LockWalk

  constructor(walk: LockWalk) {
    this.#walk = walk
  }

  /** From a configuration in which all rest, steps of p_0 … p_{k−1} after which they cover k registers. */
  cover(from: Reached, k: number): Covering {
    if (k === 0) return { ...from, idle: from, covered: [] }
    const met = new Map<string, Covering>()
    for (let here = from; ; ) {
      const now = this.cover(here, k - 1)
      const key = [...now.covered].sort().join()
      const before = met.get(key)
      if (before !== undefined) return this.#oneMore(before, now, k - 1)
      met.set(key, now)
      here = this.#rested(this.#written(now, k - 1), k - 1)
    }
  }

  /** p_k comes to cover one more register between two times when the others cover the same ones. */
  #oneMore(before: Covering, now: Covering, k: number): Covering {
    const alone = this.#alone(before, k)
    const outside = this.#outside(alone, before, k)
    if (outside === null) return this.#bothEnter(alone, before, k)
    const hidden = now.schedule.slice(before.schedule.length)
    const { configuration, schedule } = this.#walk.steps(alone, hidden)
    return { configuration, schedule, idle: now.idle, covered: [...now.covered, outside] }
  }

  /** p_k takes steps alone until it is about to write a register that is not covered, or has entered. */
  #alone(before: Covering, k: number): Reached {
    this.covered = before.covered
    const isThere = (reached: Reached) =>
      sectionOf(reached, k) === 'critical' || this.#outside(reached, before, k) !== null
    // Where all rest it does the same. If it came to no end there, that were a deadlock.
    this.#walk.turns(before.idle, () => [k], isThere)
    return this.#walk.turns(before, () => [k], isThere)
  }

  /** The register that p_k is about to write, if it is not covered. */
  #outside(reached: Reached, { covered }: Covering, k: number): string | null {
    const written = sectionOf(reached, k) === 'critical' ? null : this.#walk.writes(reached, k)
    return written === null || covered.includes(written) ? null : written
  }

  /** p_k is in the critical section; the others write over what it has written, and one of them enters. Always throws. */
  #bothEnter(alone: Reached, before: Covering, k: number): never {
    const others = k === 0 ? [1] : [...Array(k).keys()]
    const enters = (reached: Reached) => others.some((p) => sectionOf(reached, p) === 'critical')
    if (k === 0) this.#walk.turns(before.idle, () => others, enters)
    this.#walk.turns(this.#written(alone, k), () => others, enters)
    throw new Error('two are in the critical section, and nobody has noticed')
  }

  /** p_0 … p_{k−1} write what they are about to write. */
  #written(from: Reached, k: number): Reached {
    return this.#walk.steps(from, Array(k).keys())
  }

  /** p_0 … p_{k−1} go on until all of them rest. */
  #rested(from: Reached, k: number): Reached {
    const busy = (reached: Reached) =>
      [...Array(k).keys()].filter((p) => sectionOf(reached, p) !== 'remainder')
    return this.#walk.turns(from, busy, (reached) => busy(reached).length === 0)
  }
}
