import type { FaultPlan } from '../faults/index.ts'
import type { AnyAlgorithm, Instance } from '../model/index.ts'
import type { Graph } from '../topology/graph.ts'

/**
 * A system: n processors that run the same algorithm, on the nodes of a graph whose edges are channels.
 * Attiya & Welch, section 2.1.
 */
export interface System {
  readonly algorithm: AnyAlgorithm
  readonly instance: Instance & { readonly network: Graph }
  /** What fails. Default: nothing. */
  readonly faults?: FaultPlan | null
  /** What the coins of the processors are derived from. Default: 0. */
  readonly seed?: number
}
