import type { Machine } from './machine.ts'

/** How many processors have not terminated, of those that neither crashed for good nor are Byzantine. */
export const runningIn = ({ graph, statuses, failures }: Machine): number =>
  graph.n - statuses.terminatedSet.size + (failures?.awaited ?? 0) - (failures?.runningLiars(statuses) ?? 0)

/** How many messages there were in all, also those of liars, which do not count. */
export const transmittedIn = ({ messages, failures }: Machine): number =>
  failures === null ? messages : messages + failures.uncounted
