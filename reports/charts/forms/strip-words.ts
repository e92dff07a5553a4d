import type { Group } from '../../statistics/groups.ts'
import { count, counted } from '../../wording/numbers.ts'
import { dotsMax } from './strip-dots.ts'

/** What a chart of strips says if it shows only the first of many networks. */
export function leftOut(networks: number, max: number): string {
  return networks <= max ? '' : `; the first ${max} of ${count(networks)} networks, all others in summary.csv`
}

/** What the dots and boxes of a chart of strips are. */
export function stripLegend(groups: readonly Group[], bounds = false): string {
  const runs = groups.map(({ complete }) => complete.length)
  const fewest = Math.min(...runs)
  const most = Math.max(...runs)
  const range = fewest === most ? '' : `${count(fewest)} to `
  const dots = most > dotsMax ? '1% of' : 'one of'
  const marks =
    most === 1
      ? 'Coloured mark: the only sampled run'
      : `Each dot: ${dots} ${range}${counted(most, 'sampled run')}; box: quartiles; coloured mark: median`
  return `${marks}${bounds ? '; black mark: the theorem, at its largest' : ''}`
}

/** The same in the sentences of a caption. */
export function stripSentences(groups: readonly Group[], bounds = false): string[] {
  const runs = groups.map(({ complete }) => complete.length)
  const fewest = Math.min(...runs)
  const most = Math.max(...runs)
  const range = fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`
  const dots = most > dotsMax ? `one of ${dotsMax} quantiles of` : 'one of'
  return [
    ...(most === 1
      ? ['Coloured marks are single sampled runs']
      : [
          `Each dot is ${dots} ${range} sampled runs`,
          'Boxes reach from quartile to quartile, the coloured mark in them is the median',
        ]),
    bounds ? 'Thin dark marks are the bounds that the theorems claim, at their largest' : '',
  ]
}
