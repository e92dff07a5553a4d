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
  if (topology === sharedMemory)
    return 'Executions on shared memory are not shown in the page; with --trace, the command prints their steps.'
  if (evidence !== 'sampled')
    return `This cost is ${evidences[evidence]}, not that of a run that the page can carry out.`
  if (messages === null) return 'This cell was never run to an end that could be shown.'
  if (messages + (comp_events ?? 0) > eventsMax || n > eventsMax || (m ?? 0) > channelsMax)
    return `This run has ${messages.toLocaleString('en')} messages on ${n.toLocaleString('en')} processors; to show it here would take longer than a second.`
  return null
}
