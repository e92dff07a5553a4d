import { namesOnMemory } from '../../../engine/index.ts'
import { type Row, sharedMemory } from '../../../experiments/cell/index.ts'

/** More messages and events than these take longer than a second, with every state kept to step back to. */
const eventsMax = 40_000

/** Networks of more channels take too long to build and to draw. */
const channelsMax = 400_000

const evidences = {
  searched: 'the largest that an adversary found',
  forced: 'that of an execution which a proof constructs',
  exact: 'the largest over all schedules',
} as const

/** Why the run of a row is not shown in the page; null if it is. */
export function infeasible(row: Row): string | null {
  const { evidence, messages, comp_events, m, n, topology } = row
  if (evidence !== 'sampled')
    return `This cost is ${evidences[evidence]}, not that of a run that the page can carry out.`
  if (topology === sharedMemory) return infeasibleSteps(row)
  if (namesOnMemory(row.algorithm))
    return 'This run passes its messages through shared memory, which the page does not show; the command carries it out.'
  if (messages === null) return 'This cell was never run to an end that could be shown.'
  if (messages + (comp_events ?? 0) > eventsMax || n > eventsMax || (m ?? 0) > channelsMax)
    return `This run has ${messages.toLocaleString('en')} messages on ${n.toLocaleString('en')} processors; to show it here would take longer than a second.`
  return null
}

/** More steps times processors and variables than these need too much memory to step back through. */
const cellsMax = 8_000_000

/** The same on shared memory. */
function infeasibleSteps({ comp_events: steps, n, extra }: Row): string | null {
  if (steps === null) return 'This cell was never run to an end that could be shown.'
  const variables = typeof extra.variables === 'number' ? extra.variables : n
  if (steps <= eventsMax && steps * (n + variables) <= cellsMax) return null
  return `This run has ${steps.toLocaleString('en')} steps of ${n.toLocaleString('en')} processors; to show it here would take longer than a second.`
}
