import type { Random } from '../random.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'
import type { Graph } from '../topology/graph.ts'

/** What weights are made from. */
export interface WeightContext {
  readonly graph: Graph
  readonly values: ParameterValues
  /** The weight stream of the cell; rules that are not random do not touch it. */
  readonly stream: Random
}

/** A rule for the weights of channels. */
export interface WeightFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Whether the weights depend on the stream; those of other rules are a function of the network. */
  readonly random: boolean
  /** The weight of each channel, 0 or more, in the order of `channelsInOrder`. */
  create(context: WeightContext): ArrayLike<number>
}
