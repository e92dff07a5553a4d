import type { Property } from '../../engine/index.ts'

/** A processor that is to do a special action again and again. */
export interface Acting {
  /** How many it has done. */
  actions: number
}

/**
 * Sessions that follow each other: nobody does its next action before all have done as many as it has. So each action of all is
 * a session of its own, a part of the execution in which everyone acts, and s actions each are s disjoint sessions.
 */
export const disjointSessions: Property<Acting> = {
  kind: 'safety',
  check({ states }) {
    const counts = states.map(({ actions }) => actions)
    const [least, most] = [Math.min(...counts), Math.max(...counts)]
    if (most - least <= 1) return true
    const [ahead, behind] = [counts.indexOf(most), counts.indexOf(least)]
    return `p_${ahead} does its action ${most}, but p_${behind} has done ${least}`
  },
}

/** In the end all have done so many. */
export const allAct = (sessions: number): Property<Acting> => ({
  kind: 'liveness',
  check({ states }) {
    const lazy = states.findIndex(({ actions }) => actions !== sessions)
    return lazy < 0 ? true : `p_${lazy} has done ${states[lazy]!.actions} actions, not ${sessions}`
  },
})

/** How many sessions there are to be. */
export const sessionsParameter = {
  kind: 'integer',
  min: 1,
  max: 10_000,
  default: 5,
  description: 'how many disjoint sessions there are to be',
} as const
