import type { HistoryEvent, HistoryProperty, ServiceOf, Standing } from '../model/index.ts'
import { followed } from './followed.ts'

/** What processors are asked for: to enter their critical sections, and to leave them. */
export interface MutualExclusion {
  readonly acquire: undefined
  readonly release: undefined
}

/** No two processors are in their critical sections: between the response of acquire and the invocation of release. */
const exclusion: HistoryProperty = {
  ...followed(followExclusion),
  standing(standings) {
    const inside = [...standings.keys()].filter((p) => isInside(standings[p]!))
    return inside.length < 2 || `${inside.map((p) => `p_${p}`).join(' and ')} are inside at the same time`
  },
}

const isInside = ({ pending, next }: Standing): boolean => pending === null && next === 'release'

function followExclusion(n: number): (event: HistoryEvent) => true | string {
  const acquires = new Uint8Array(n)
  let inside: number | null = null
  return (event) => {
    const { processor } = event
    if (event.kind === 'output') return true
    if (event.kind === 'invocation') {
      acquires[processor] = event.operation === 'acquire' ? 1 : 0
      if (event.operation === 'release' && inside === processor) inside = null
      return true
    }
    if (acquires[processor] === 0) return true
    if (inside !== null) return `p_${processor} enters at time ${event.time} while p_${inside} is inside`
    inside = processor
    return true
  }
}

/**
 * Mutual exclusion: a processor is answered when it may enter, and at most one is inside.
 * Attiya & Welch, 2nd edition, section 4.2.
 */
export const mutualExclusion: ServiceOf<MutualExclusion> = {
  name: 'mutual-exclusion',
  summary: 'to enter the critical section and to leave it, one processor at a time',
  operations: {
    acquire: { summary: 'answered when the processor may enter', followedBy: 'release' },
    release: { summary: 'the processor has left' },
  },
  workload: 'closed',
  properties: { mutualExclusion: exclusion },
  critical: { enter: 'acquire', leave: 'release' },
}
