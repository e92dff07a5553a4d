import type { Entry, ParameterValues } from '../../../engine/index.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import type { Chart } from '../sheet/chart.ts'

/** A kind of chart: what it shows, what it can be asked for, and how it is drawn. */
export interface ChartKind extends Entry {
  /** Throws an InputError for values that are right one by one and make no sense together. */
  readonly check?: (values: ParameterValues) => void
  /** The groups that charts of this kind are about; what they do not show of these is told. Default: all that were measured. */
  readonly about?: (results: Results, values: ParameterValues) => readonly Group[]
  /** No chart at all where the results have nothing for it to show. */
  readonly draw: (results: Results, look: Look, values: ParameterValues) => readonly Chart[]
  /**
   * What a report draws where nobody asks for charts, given the values of the list of usual charts: those values or
   * others; null if the chart would not say anything of these results. Default: the values as they are.
   */
  readonly usual?: (results: Results, values: ParameterValues) => ParameterValues | null
}
