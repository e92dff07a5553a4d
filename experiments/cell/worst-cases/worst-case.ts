import type {
  AnyAlgorithm,
  Cell,
  ConfigurationView,
  Judgement,
  Measure,
  PreparedInstance,
  Setting,
} from '../../../engine/index.ts'
import type { Row, Value } from '../row.ts'
import type { WorstCases } from './asked.ts'

/** The largest cost that was found, and the circumstances under which it arises. */
export interface Largest {
  readonly cost: number
  /** The smallest, where that is known too. */
  readonly least?: number
  readonly setting: Setting
  /** The configuration in which it ends, where that is known. */
  readonly final?: ConfigurationView | null
  /** How many operations it completes, where the algorithm offers a service. */
  readonly completed?: number
}

/** What was found out about the worst case of a cell. */
export interface WorstCase {
  /** How the executions ended; `budget` if not all of them were seen, so that the costs are lower estimates. */
  readonly outcome: Row['outcome']
  /** Why, if not all is well. */
  readonly reason: string | null
  readonly messages: Largest
  /** Null where it is not known. */
  readonly time: Largest | null
  /** What operations cost at most, where the algorithm offers a service. */
  readonly uses?: readonly { readonly measure: Measure; readonly largest: Largest }[]
  /** What the executions that were found say of claims about other measures. */
  readonly others?: readonly Judgement[]
  /** How it was found: own columns. */
  readonly extra: Readonly<Record<string, Value>>
}

/** Finds out about the worst case of a cell. */
export type WorstCaseFinder = (
  algorithm: AnyAlgorithm,
  prepared: PreparedInstance,
  cell: Cell,
  worstCases: WorstCases,
) => WorstCase
