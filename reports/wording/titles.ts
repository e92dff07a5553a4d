import type { Measure } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'
import { distinct } from '../group-by.ts'
import type { Group } from '../statistics/groups.ts'
import { capitalised } from './capitalised.ts'
import { labelOf } from './dimensions.ts'
import { isTime, measureTitle, measureWords } from './measures.ts'

/** The unit of a cost; null where there is none to tell. */
function unitOf(measure: Measure, groups: readonly Group[]): string | null {
  if (!isTime(measure)) return null
  if (measure.startsWith('time-after-gst:')) return 'in units of the bound on delays'
  const timings = distinct(groups.map(({ key }) => key.timing))
  if (timings.length > 1) return 'in rounds, or in units of the largest message delay'
  return timings[0] === 'synchronous' ? 'in rounds' : 'in units of the largest message delay'
}

/** How the axis of a cost names it, with its unit. */
export function costAxis(measure: Measure, groups: readonly Group[]): string {
  const unit = unitOf(measure, groups)
  const words = measureWords(measure)
  return unit === null ? measureTitle(measure) : `${words} (${unit})`
}

/** The unit of a cost as a sentence of a caption, without its full stop; empty where there is none to tell. */
export function unitSentence(measure: Measure, groups: readonly Group[]): string {
  const unit = unitOf(measure, groups)
  return unit === null ? '' : `Time is ${unit}`
}

/** What a chart is about. */
interface Subject {
  readonly groups: readonly Group[]
  readonly manifest: Manifest
}

/** A title in words; if all is about one algorithm, it says so: “Flooding: messages against …”. */
export function titled({ groups, manifest }: Subject, what: string): string {
  const algorithms = distinct(groups.map(({ key }) => labelOf(key, 'algorithm', manifest)))
  return algorithms.length === 1 ? `${algorithms[0]}: ${what}` : capitalised(what)
}
