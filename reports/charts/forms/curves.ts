import type { Run, Spot } from '../data/curve-points.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Heading } from '../sheet/panels.ts'
import type { AskedScale } from '../sheet/size-scale.ts'

/** What kinds of axes are asked for. */
export interface Scales {
  readonly x: AskedScale
  readonly y: AskedScale
}

/** What is drawn against n or another quantity, which stands in the field `n`: medians as lines, bands around them, single runs as points, bounds dashed. */
export interface Curves extends Heading {
  readonly axis: string
  /** The title of the level axis. Default: that of sizes. */
  readonly level?: string
  readonly scales?: Scales
  readonly panels: readonly string[]
  readonly series: readonly string[]
  /** The series in the key; all, if absent. */
  readonly shown?: readonly string[]
  readonly spots: readonly Spot[]
  readonly runs: readonly Run[]
  readonly bounds: readonly Bound[]
}
