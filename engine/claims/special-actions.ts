/** What the session problem is about: how often each processor has done its special action. */
import type { Column } from '../model/index.ts'

/** How often a processor has acted, by its state. */
type Count = (state: object) => number

const counts = new WeakMap<object, Count>()

/**
 * The column of an algorithm for the session problem: how often everyone has done its special action. Attiya & Welch, 2nd edition,
 * section 6.2.2.
 */
export function specialActions<S extends object>(count: (state: S) => number): Column<S> {
  const column: Column<S> = {
    description: 'how often everyone has done its special action',
    read: ({ states }) =>
      states.reduce((least, state) => Math.min(least, count(state)), Number.POSITIVE_INFINITY),
  }
  counts.set(column, count as Count)
  return column
}

/** How often a processor has acted, of an algorithm with such a column; null if it has none. */
export function actionsOf(columns: Readonly<Record<string, Column>> = {}): Count | null {
  for (const column of Object.values(columns)) {
    const count = counts.get(column)
    if (count !== undefined) return count
  }
  return null
}

/**
 * How many disjoint sessions there are in a sequence of actions, each given by who acts: parts in which every one of n processors
 * acts. To end each as soon as may be gives the most.
 */
export function sessionsIn(actors: Iterable<number>, n: number): number {
  let sessions = 0
  const acted = new Set<number>()
  for (const actor of actors) {
    acted.add(actor)
    if (acted.size < n) continue
    sessions++
    acted.clear()
  }
  return sessions
}
