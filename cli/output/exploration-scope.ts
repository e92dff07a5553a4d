import type { FinishedExploration } from '../../experiments/index.ts'

/** For which wake-ups and inputs the extremes are those of all executions. */
export function explorationScope({ setup: { over, cell, wakeUps }, timing }: FinishedExploration): string {
  const varied = over.map((name) => namesOfVaried[name])
  const all = [...(timing === 'synchronous' ? [] : ['schedules']), ...varied]
  const waking = wakeUps === 'chosen' ? 'whoever wakes by itself and whenever' : `wake-up ${cell.wakeup}`
  const what = all.length === 0 ? 'one instance' : `all ${listed(all)}`
  const asked = cell.workload === undefined ? '' : `workload ${cell.workload} at any moments, `
  return `${what}; ${asked}${waking}, inputs ${cell.inputs}, seed ${cell.seed}`
}

const listed = (words: readonly string[]): string =>
  words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const namesOfVaried = {
  graphs: 'connected graphs',
  ids: 'identifiers',
  root: 'roots',
  ports: 'channel numbers',
} as const
