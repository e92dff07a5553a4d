import type { Group } from '../statistics/groups.ts'
import { count, counted } from './numbers.ts'

/** What a point of a chart stands for: “Line: median of 10 sampled runs”, and what was left out. */
export function runWords(groups: readonly Group[], point = 'Line'): string {
  const { runs, most, missing } = completeRuns(groups)
  const words = most === 1 ? 'One sampled run per point' : `${point}: median of ${runs} sampled runs`
  return `${words}${missing}`
}

/** The same as a sentence of a caption: “Lines join the medians of 10 sampled runs”. */
export function lineSentence(groups: readonly Group[]): string {
  const { runs, most, missing } = completeRuns(groups)
  const words =
    most === 1 ? 'Each point is one sampled run' : `Lines join the medians of ${runs} sampled runs each`
  return `${words}${missing}`
}

function completeRuns(groups: readonly Group[]) {
  const counts = groups.map(({ complete }) => complete.length).filter((runs) => runs > 0)
  const fewest = Math.min(...counts)
  const most = Math.max(...counts)
  const left = groups.reduce((sum, { rows, complete }) => sum + rows.length - complete.length, 0)
  return {
    most,
    runs: fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`,
    missing: left === 0 ? '' : ` (${counted(left, 'run')} that did not end as it should left out)`,
  }
}
