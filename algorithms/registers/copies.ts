import { type Channel, finalQuantity } from '../../engine/index.ts'
import type { Sequence } from '../broadcast-services/sequencer.ts'

/** A processor that has a copy of the register, to which it applies what comes in the order of the sequencer. */
export interface CopyState<V = number> {
  readonly id: number
  readonly sequence: Sequence<V>
  copy: number | null
  /** How many of its own operations were to be put in order. */
  asked: number
}

export interface CopyInput {
  readonly id: number
  readonly isRoot: boolean
  readonly parent: Channel | null
}

/** What the sequencer, the root, has put in order, and how many of these were its own. */
export const ordered = finalQuantity<CopyState>(
  'writes',
  ({ states, instance }) => states[instance.root]!.sequence.taken,
)
export const ofRoot = finalQuantity<CopyState>(
  'operations of the root that are put in order',
  ({ states, instance }) => states[instance.root]!.asked,
)
