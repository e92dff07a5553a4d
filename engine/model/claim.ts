import type { ConfigurationView } from './configuration.ts'
import type { Instance } from './instance.ts'
import type { Setting } from './setting.ts'

/**
 * What the engine measures and a theorem can speak of. `messages:TYPE` are the messages of a type, and
 * `messages:a+messages:b` those of two; `time:MARK` is when the last processor that made a mark made it first,
 * `time-first:MARK` when the first did, `time-after-gst:MARK` how long after delays are bounded the last did; `bits:max` is the size of the largest message, `bits:load` the most bits that one
 * channel carries in one direction in one round; `column:NAME` is one of the algorithm's columns.
 *
 * Of a service: `response` is the largest time from an invocation to its response, `response:OP` that of one operation,
 * `bypass` the most times that another processor enters while one waits, `sync_delay` the largest time from a release
 * to the next entry while somebody waits, `delivery` the largest time from a broadcast to a delivery of it, and
 * `messages_per_operation` all messages divided by c, the operations completed.
 */
export type Measure =
  | 'messages'
  | 'time'
  | 'bits'
  | 'bits:max'
  | 'bits:load'
  | 'response'
  | 'bypass'
  | 'sync_delay'
  | 'delivery'
  | 'messages_per_operation'
  | `response:${string}`
  | `messages:${string}`
  | `time:${string}`
  | `time-first:${string}`
  | `time-after-gst:${string}`
  | `column:${string}`

/** What of the circumstances of a run a condition can be about. */
export type Circumstance = 'delays' | 'wake-up' | 'inputs' | 'clocks' | 'workload' | 'faults'

/** A restriction under which a theorem holds. */
export interface Condition {
  readonly text: string
  /** What it depends on, for whoever wants to know why it was not met. Default: nobody knows. */
  readonly about?: readonly Circumstance[]
  holds(setting: Setting): boolean
}

/** A quantity of the instance that is not among the standard variables of formulas. */
export interface InstanceQuantity {
  readonly description: string
  value(instance: Instance): number
}

/** A quantity that is read off the final configuration, such as the number of phases; unknown until a run has ended. */
export interface FinalQuantity {
  readonly description: string
  final(configuration: ConfigurationView): number
}

/** A quantity of one's own, for the formula of a claim. */
export type Quantity = InstanceQuantity | FinalQuantity

/**
 * A theorem about a cost. `exactly`, `at most` and `at least` are checked on every run to which they apply;
 * `expected` and `expected at most` are about a mean and `order` about growth, so they are drawn and tested over many
 * runs.
 */
export interface Claim {
  readonly kind: 'exactly' | 'at most' | 'at least' | 'expected' | 'expected at most' | 'order'
  readonly over: 'every execution' | 'worst case' | 'expectation'
  /** An expression in n, m, D, ecc, h, k, kmax, w and the quantities in `where`; see the formula language. */
  readonly formula: string
  readonly when?: Condition
  readonly where?: Readonly<Record<string, Quantity>>
  readonly source?: string
}

/** What is claimed of each measure. */
export type Claims = { readonly [M in Measure]?: Claim | readonly Claim[] }
