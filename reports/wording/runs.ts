import type { Group } from '../statistics/groups.ts'
import { count, counted } from './numbers.ts'

/** What a point of a chart stands for: “Line: median of 10 sampled runs”, and what was left out. */
export function runWords(groups: readonly Group[], point = 'Line'): string {
  const counts = groups.map(({ complete }) => complete.length).filter((runs) => runs > 0)
  const fewest = Math.min(...counts)
  const most = Math.max(...counts)
  const runs = fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`
  const missing = groups.reduce((sum, { rows, complete }) => sum + rows.length - complete.length, 0)
  const words = most === 1 ? 'One sampled run per point' : `${point}: median of ${runs} sampled runs`
  return missing === 0
    ? words
    : `${words} (${counted(missing, 'run')} that did not end as it should left out)`
}
