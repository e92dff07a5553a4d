import type { BitSizes, Instance } from '../../model/index.ts'

/** The sizes that a message's declared size may depend on, for one instance. */
export function bitSizes({ network, ids, values, weights }: Instance): BitSizes {
  return {
    count: bitsFor(network.n),
    identifier: bitsFor(largest(ids)),
    value: bitsFor(largest(values)),
    weight: weights === null ? 0 : bitsOfWeights(weights),
  }
}

function bitsOfWeights(weights: ArrayLike<number>): number {
  for (let i = 0; i < weights.length; i++) if (!Number.isSafeInteger(weights[i])) return 64
  return bitsFor(largest(weights))
}

/** The number of bits that tell 0 … x apart; at least one. */
function bitsFor(x: number): number {
  return Math.max(1, Math.ceil(Math.log2(x + 1)))
}

function largest(numbers: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, numbers[i]!)
  return largest
}
