import type { SharedExploration, SharedMeasure } from '../../shared-memory/index.ts'
import type { SharedSchedule } from './record-schedule.ts'

/** What an exploration has an execution of: what goes wrong, and the largest costs. */
export type SharedWitnessName = 'violation' | 'deadlock' | 'lockout' | SharedMeasure

/** An execution that an exploration has found; the system aside. */
export type SharedWitness = Omit<SharedSchedule, 'n' | 'passages' | 'calls' | 'repeats' | 'module'>

/** What there are executions of, what goes wrong first. */
export const sharedWitnessNames = (found: SharedExploration): SharedWitnessName[] => [
  ...(['violation', 'deadlock', 'lockout'] as const).filter((name) => found[name] !== null),
  ...(Object.keys(found.extremes) as SharedMeasure[]),
]

/** The execution of this name; null if there is none. */
export function sharedWitness(found: SharedExploration, name: SharedWitnessName): SharedWitness | null {
  const { violation, deadlock, lockout, extremes } = found
  switch (name) {
    case 'violation': {
      if (violation === null) return null
      const { property, reason, schedule } = violation
      return property === 'failed' ? { schedule } : { schedule, violates: { property, reason } }
    }
    case 'deadlock':
      if (deadlock === null) return null
      return {
        ...asSchedule(deadlock),
        violates: { property: 'no deadlock', reason: 'somebody tries for ever, and nobody enters' },
      }
    case 'lockout': {
      if (lockout === null) return null
      const { processor } = lockout
      return {
        ...asSchedule(lockout),
        violates: { property: 'no lockout', reason: `p_${processor} tries for ever`, processor },
      }
    }
    default: {
      const cost = extremes[name]
      if (cost === undefined) return null
      if (cost.kind === 'bounded')
        return { schedule: cost.schedule, shows: { measure: name, value: cost.value } }
      return { ...asSchedule(cost), shows: { measure: name, value: null } }
    }
  }
}

/** A lasso as a schedule that repeats its last steps. */
export const asSchedule = ({
  stem,
  cycle,
}: {
  readonly stem: readonly number[]
  readonly cycle: readonly number[]
}) => ({
  schedule: [...stem, ...cycle],
  repeatsFrom: stem.length,
})
