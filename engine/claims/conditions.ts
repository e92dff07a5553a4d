/** The circumstances under which theorems hold: `atMost('2m', { when: both(unitDelays, rootAwakeAtZero) })`. */
import { clockRules } from '../clocks/index.ts'
import type { Circumstance, Condition } from '../model/index.ts'
import { workloads } from '../workload/index.ts'

const condition = (text: string, about: readonly Circumstance[], holds: Condition['holds']): Condition => ({
  text,
  about,
  holds,
})

/** All processors wake by themselves, at time 0. */
export const allAwakeAtZero = condition(
  'all processors wake at time 0',
  ['wake-up'],
  ({ instance: { wakeTimes } }) => countTimes(wakeTimes, (time) => time === 0) === wakeTimes.length,
)

/** The root wakes by itself, at time 0. */
export const rootAwakeAtZero = condition(
  'the root wakes at time 0',
  ['wake-up'],
  ({ instance }) => instance.wakeTimes[instance.root] === 0,
)

/** One processor alone has nobody to send to. */
export const several = condition(
  'there are two processors or more',
  [],
  ({ instance }) => instance.network.n >= 2,
)

/** One processor wakes by itself. */
export const oneInitiator = condition(
  'one processor wakes by itself',
  ['wake-up'],
  ({ instance: { wakeTimes } }) => countTimes(wakeTimes, Number.isFinite) === 1,
)

/** Every delay is 1, or the run is in rounds. */
export const unitDelays = condition('every delay is 1', ['delays'], (setting) => setting.unitDelays)

/** Clocks run as time does; they need not show the same. */
export const steadyClocks = condition(
  'clocks do not drift',
  ['clocks'],
  ({ clocks = 'perfect' }) => clockRules.find(clocks)?.entry.steady === true,
)

/** Identifiers are assigned at random. */
export const randomIdentifiers = condition(
  'identifiers are a random permutation',
  ['inputs'],
  ({ identifiers }) => identifiers === 'random',
)

/** One processor is asked for operations, so that nobody gets in its way. */
export const oneClient = condition('one processor is asked', ['workload'], ({ instance, workload }) => {
  const parsed = workload === undefined ? null : workloads.find(workload)
  if (parsed === null) return false
  const { k, processors, list } = parsed.values
  if (list !== undefined) return new Set(String(list).match(/(?<=^|\+)\d+/g)).size === 1
  if (processors !== undefined) return !String(processors).includes('+')
  return k === 1 || instance.network.n === 1
})

/** One operation is asked for in all, so that nothing gets in its way. */
export const oneOperation = condition('one operation is asked for', ['workload'], (setting) => {
  const parsed = setting.workload === undefined ? null : workloads.find(setting.workload)
  if (parsed === null || !oneClient.holds(setting)) return false
  const { operations, list } = parsed.values
  return list === undefined ? operations === 1 : !String(list).includes('+')
})

/** Every processor is asked again as soon as it has answered. */
export const saturated = condition('all are asked again at once', ['workload'], ({ workload }) => {
  const parsed = workload === undefined ? null : workloads.find(workload)
  if (parsed?.entry.name !== 'closed') return false
  const { mean, k, processors } = parsed.values
  return mean === 0 && k === undefined && processors === undefined
})

/** Whoever is given something holds it for a unit or longer, so that all have heard of all before it gives it back. */
export const longHeld = condition(
  'what is given is held for a unit or longer',
  ['workload'],
  ({ workload }) => {
    const hold = workload === undefined ? undefined : workloads.find(workload)?.values.hold
    return typeof hold === 'number' && hold >= 1
  },
)

/** Nothing fails. */
export const withoutFaults = condition(
  'nothing fails',
  ['faults'],
  ({ faults = 'none' }) => faults === 'none',
)

/** Both conditions. */
export const both = (a: Condition, b: Condition): Condition => ({
  text: `${a.text} and ${b.text}`,
  ...(a.about && b.about && { about: [...new Set([...a.about, ...b.about])] }),
  holds: (setting) => a.holds(setting) && b.holds(setting),
})

/** How many of the times satisfy the predicate; they may be millions, so they are not copied. */
function countTimes(times: ArrayLike<number>, predicate: (time: number) => boolean): number {
  let count = 0
  for (let p = 0; p < times.length; p++) if (predicate(times[p]!)) count++
  return count
}
