import { InputError, ModelError } from '../../errors.ts'
import type { AnyAlgorithm, Instance } from '../../model/index.ts'
import type { Graph } from '../../topology/graph.ts'
import { weightsBySlot } from '../../weights/weights-by-slot.ts'

/** What handlers may read of the weights of channels; an author who does not ask for them is told how to. */
export class ReadWeights {
  readonly #bySlot: Float64Array | null

  constructor(
    { requires, name }: AnyAlgorithm,
    { weights, network }: Instance & { readonly network: Graph },
  ) {
    if (requires.weights !== undefined && weights === null) throw new InputError(`${name} requires weights`)
    this.#bySlot = requires.weights === undefined ? null : weightsBySlot(network, weights!)
  }

  at(slot: number): number {
    if (this.#bySlot !== null) return this.#bySlot[slot]!
    throw new ModelError('reads a weight, but the algorithm does not declare requires: { weights: true }')
  }
}
