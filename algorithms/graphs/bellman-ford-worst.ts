/** The delays that make relaxation send most, and the case in which it is known how much that is. */
import type { Adversary, Condition, Instance, Message } from '../../engine/index.ts'
import { channelsInOrder } from '../../engine/index.ts'

type DistanceMessage = Message & { readonly distance: number }

/** The network is a chain of triangles with its own weights, seen from its first processor. */
const isChain = ({ network, weights, root }: Instance): boolean => {
  const triangles = (network.n - 1) / 2
  if (weights === null || root !== 0 || network.m !== 3 * triangles) return false
  let next = 0
  let matches = true
  channelsInOrder(network, (p, q) => {
    const direct = p % 2 === 0 && q === p + 2
    if (!direct && q !== p + 1) matches = false
    if (weights[next++] !== (direct ? 2 ** (triangles - 1 - p / 2) : 0)) matches = false
  })
  return matches
}

/** The chain of triangles with the delays below: every length of a way along it is heard of, the largest first. */
export const worstCase: Condition = {
  text: 'a chain of triangles has its own weights and the worst delays',
  holds: ({ instance, delay, timing }) => timing === 'asynchronous' && delay === 'worst' && isChain(instance),
}

/** All channels weigh the same. */
export const sameWeights: Condition = {
  text: 'all channels weigh the same',
  holds: ({ instance: { weights } }) =>
    weights !== null && weights[0]! > 0 && Array.prototype.every.call(weights, (one) => one === weights[0]),
}

/**
 * On a chain of triangles the light way round each takes longer than all of the chain behind it does with its heavy
 * channels: half as long from triangle to triangle. Elsewhere the larger a distance, the sooner it comes.
 */
export function latestFirst(instance: Instance): Adversary<object, DistanceMessage> {
  const { network, weights } = instance
  const total = Array.prototype.reduce.call(weights!, (sum, one) => Number(sum) + Number(one), 1) as number
  if (!isChain(instance))
    return { delay: ({ message: { distance } }) => Math.max(2 ** -20, 1 - distance / total) }
  // Shorter than the shortest difference between two slow ways, even if a message takes it along all of the chain.
  const fast = 2 ** -((network.n - 1) / 2) / (16 * network.n)
  return {
    delay: ({ sender, receiver }) =>
      sender % 2 === 1 && receiver === sender + 1 ? 0.9 * 2 ** -((sender - 1) / 2) : fast,
  }
}
