import type { ObjectExploration } from '../../shared-memory/index.ts'
import { asSchedule, type SharedWitness } from './witnesses.ts'

/** What there are executions of in an exploration of an object, what goes wrong first. */
export const objectWitnessNames = ({
  violation,
  blocked,
  unending,
  extremes,
}: ObjectExploration): string[] => [
  ...(violation === null ? [] : ['violation']),
  ...(blocked === null ? [] : ['lock-free']),
  ...(unending === null ? [] : ['wait-free']),
  ...Object.keys(extremes),
]

/** The execution of this name; null if there is none. */
export function objectWitness(found: ObjectExploration, name: string): SharedWitness | null {
  const { violation, blocked, unending, extremes } = found
  if (name === 'violation') return violation && { schedule: violation.schedule }
  if (name === 'lock-free')
    return (
      blocked && {
        ...asSchedule(blocked),
        violates: { property: name, reason: 'steps are taken for ever, and no operation ends' },
      }
    )
  if (name === 'wait-free') {
    if (unending === null) return null
    const { processor } = unending
    const reason = `p_${processor} takes steps for ever, and its operation never ends`
    return { ...asSchedule(unending), violates: { property: name, reason, processor } }
  }
  const cost = extremes[name]
  if (cost === undefined) return null
  return cost.kind === 'bounded'
    ? { schedule: cost.schedule, shows: { measure: name, value: cost.value } }
    : { ...asSchedule(cost), shows: { measure: name, value: null } }
}
