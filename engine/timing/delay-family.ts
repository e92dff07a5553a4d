import type { AnyAlgorithm, Instance } from '../model/index.ts'
import type { Random } from '../random.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'
import type { Graph } from '../topology/graph.ts'
import type { DelayModel } from './delay-model.ts'

/** What a delay distribution is made from. */
export interface DelayContext {
  readonly graph: Graph
  readonly values: ParameterValues
  /** The delays that another spec names, from the same stream, for families that are made of others. */
  readonly made: (spec: string) => DelayModel
  /** The delay stream of the cell. */
  readonly stream: Random
  /** The text of a file that the spec names. */
  readonly readFile: (path: string) => string
  /** What the delays are for, where that is known. */
  readonly algorithm?: AnyAlgorithm
  /** On the same graph. */
  readonly instance?: Instance
}

/** One family of delay distributions. */
export interface DelayFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Whether every delay is exactly 1, on which claims may depend. */
  readonly unit?: true
  create(context: DelayContext): DelayModel
}
