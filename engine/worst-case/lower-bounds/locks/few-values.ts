import { InputError } from '../../../errors.ts'
import { type RecordedSharedSchedule, recordSharedSchedule } from '../../../executions/index.ts'
import type { SharedMemoryAlgorithm } from '../../../shared-memory/index.ts'
import { LockBroken, LockWalk, type Reached, sectionOf } from './lock-walk.ts'

/** What became of the lower bound for the values of shared variables. */
export interface ForcedValues {
  readonly n: number
  /** What the shared variables hold after p_0 has entered, and then after p_1, p_2 … have begun to wait. */
  readonly contents: readonly (readonly unknown[])[]
  /** Who is bypassed for ever, and by whom; null if all contents differ. */
  readonly bypassed: { readonly processor: number; readonly by: readonly number[] } | null
  /** What else is violated on the way; null if nothing. */
  readonly violated: LockBroken['property'] | null
  /** The execution, accepted by the checker. */
  readonly recorded: RecordedSharedSchedule
}

/**
 * The lower bound for the values of the shared memory, carried out against any lock: without deadlock and with bounded bypass,
 * mutual exclusion of n processors takes n different contents of the shared variables. Attiya & Welch, 2nd edition, section 4.3.3.
 *
 * The adversary lets p_0 enter, then p_1, p_2 … come to wait, one after the other. If the variables hold the same after p_i and
 * after p_j, i < j, then p_0 … p_i cannot tell whether p_{i+1} … p_j wait or rest. If these rested, somebody of p_0 … p_i
 * would enter again and again, since there is no deadlock. So it is where they wait, and p_j is bypassed for ever.
 */
export function forceValues(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  module: string | null = null,
): ForcedValues {
  if (n < 2) throw new InputError(`the lower bound for locks is about two or more processors; here n = ${n}`)
  const walk = new LockWalk(algorithm, n)
  const system = { n, passages: Number.POSITIVE_INFINITY, module }
  const times: Reached[] = []
  const found = (bypassed: ForcedValues['bypassed'], violated: ForcedValues['violated'] = null) => ({
    ...{ n, bypassed, violated },
    contents: times.map(({ configuration }) => configuration.values),
  })
  try {
    times.push(
      walk.turns(
        walk.first,
        () => [0],
        (reached) => sectionOf(reached, 0) === 'critical',
      ),
    )
    while (times.length < n) times.push(waiting(walk, algorithm, times.at(-1)!, times.length))
    const [i, j] = alike(times)
    const { schedule } = times.at(-1)!
    if (j === 0) return { ...found(null), recorded: recordSharedSchedule(algorithm, { ...system, schedule }) }
    const by = Array.from({ length: i + 1 }, (_, p) => p)
    const lasso = goOn(walk, times[i]!, times[j]!, by)
    const shows = { measure: 'bypass', value: null }
    return {
      ...found({ processor: j, by }),
      recorded: recordSharedSchedule(algorithm, { ...system, ...lasso, shows }),
    }
  } catch (error) {
    if (!(error instanceof LockBroken)) throw error
    const { property, schedule, repeatsFrom } = error
    const reason =
      property === 'mutual exclusion' ? 'two enter' : 'somebody tries for ever, and nobody enters'
    const violates = { property, reason }
    const recorded = recordSharedSchedule(algorithm, { ...system, schedule, repeatsFrom, violates })
    return { ...found(null, property), recorded }
  }
}

/** A doorway has no waiting in it, so it is over after few steps. */
const doorwayMax = 10_000

/** A processor takes steps until its doorway is over, so that whoever enters now bypasses it. */
function waiting(
  walk: LockWalk,
  { name, doorwayEnds }: SharedMemoryAlgorithm,
  from: Reached,
  p: number,
): Reached {
  let here = walk.steps(from, [p])
  for (
    let steps = 0;
    doorwayEnds !== undefined && here.configuration.processors[p]!.line !== doorwayEnds;
    steps++
  ) {
    if (steps === doorwayMax) throw new InputError(`${name}: p_${p} waits in its doorway`)
    here = walk.steps(here, [p])
  }
  return here
}

/** The first two times at which the shared variables hold the same; 0 and 0 if there are none. */
function alike(times: readonly Reached[]): readonly [i: number, j: number] {
  const held = times.map(({ configuration }) => JSON.stringify(configuration.values))
  const j = held.findIndex((content, at) => held.indexOf(content) < at)
  return j < 0 ? [0, 0] : [held.indexOf(held[j]!), j]
}

/** Some go on, in turns, while the others wait, until all is as it was; the execution with the part that repeats. */
function goOn(walk: LockWalk, rested: Reached, waited: Reached, who: readonly number[]) {
  const met = new Map<string, { readonly length: number; readonly entries: number }>()
  let here = waited
  for (let entries = 0; ; ) {
    const key = JSON.stringify([here.configuration.processors, here.configuration.values])
    const before = met.get(key)
    if (before !== undefined) {
      // Where the others rest, that nobody enters is a deadlock.
      if (before.entries === entries)
        walk.turns(
          walk.steps(rested, who),
          () => who,
          () => false,
        )
      return { schedule: here.schedule, repeatsFrom: before.length }
    }
    met.set(key, { length: here.schedule.length, entries })
    for (const p of who) {
      const section = sectionOf(here, p)
      here = walk.steps(here, [p])
      if (section !== 'critical' && sectionOf(here, p) === 'critical') entries++
    }
  }
}
