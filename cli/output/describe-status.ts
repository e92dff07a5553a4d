import type { Progress, SweepStatus } from '../../experiments/index.ts'
import { duration } from './duration.ts'
import { short } from './progress-line.ts'

/** How a sweep stands, in a few lines. */
export function describeStatus(status: SweepStatus): string {
  const { experiment, state, finished, runs, outcomes, violations, failures, occupant, resume } = status
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`)
  const percent = Math.floor((100 * finished) / Math.max(1, runs))
  const progress = state === 'running' ? (occupant?.progress ?? null) : null
  return [
    `${experiment}: ${headline(status)}`,
    `  ${percent}%  ${finished} of ${runs} runs: ${counts.join(', ')}`,
    ...(violations > 0 ? [`  ${violations} violated a claim or a property`] : []),
    ...(failures > 0 ? [`  ${failures} failed or ran out of budget`] : []),
    ...(progress === null ? [] : describeProgress(progress)),
    ...(state === 'interrupted' ? [`  to go on: ${resume}`] : []),
    '',
  ].join('\n')
}

function headline({ state, occupant }: SweepStatus): string {
  if (occupant === null) return state
  const { pid, host, since } = occupant
  if (state === 'running')
    return `running since ${since.slice(0, 19).replace('T', ' ')} UTC, process ${pid} on ${host}`
  return state === 'complete' ? state : `interrupted; process ${pid} on ${host} ended without a word`
}

function describeProgress({ seconds, events, eventsPerSecond, secondsLeft, slowest }: Progress): string[] {
  return [
    `  ${short(events)} events in ${duration(seconds)}, ${short(eventsPerSecond)}/s; about ${duration(secondsLeft)} left`,
    ...slowest.map(
      ({ algorithm, topology, n, ms }, i) =>
        `  ${i === 0 ? 'slowest  ' : '         '}${algorithm} on ${topology}, n = ${n}: ${short(ms)} ms a run`,
    ),
  ]
}
