/** The middles of a tree by definition, seen from outside: what the searches on trees are held to. */
import type { ConfigurationView, Finding, Network } from '../../engine/index.ts'

/** By processor, whether it is a centre: leaves are taken away, layer by layer, until one processor is left or two are. */
export function centres(network: Network): boolean[] {
  const { n } = network
  const degrees = Array.from({ length: n }, (_, p) => network.degree(p))
  const left = new Array<boolean>(n).fill(true)
  let leaves = [...degrees.keys()].filter((p) => degrees[p]! <= 1)
  for (let remaining = n; remaining > 2; remaining -= leaves.length, leaves = leaves.flatMap(bared)) {
    for (const leaf of leaves) left[leaf] = false
  }
  return left

  /** The neighbours that become leaves when this leaf is gone. */
  function bared(leaf: number): number[] {
    return neighbors(network, leaf).filter((p) => left[p] && --degrees[p]! === 1)
  }
}

/** By processor, whether it is a median: none of the branches that meet there has more than half of all processors. */
export function medians(network: Network): boolean[] {
  const { n } = network
  const order = [0]
  const above = new Int32Array(n).fill(-1)
  for (const p of order)
    for (const q of neighbors(network, p))
      if (q !== above[p]) {
        above[q] = p
        order.push(q)
      }
  const size = new Int32Array(n).fill(1)
  const heaviest = new Int32Array(n)
  for (const p of order.reverse()) {
    heaviest[p] = Math.max(heaviest[p]!, n - size[p]!)
    if (p === 0) continue
    size[above[p]!]! += size[p]!
    heaviest[above[p]!] = Math.max(heaviest[above[p]!]!, size[p]!)
  }
  return Array.from(heaviest, (branch) => 2 * branch <= n)
}

/** Checks that those know that they are in the middle who are. */
export const knowsWhetherChosen =
  (middles: (network: Network) => boolean[]) =>
  ({ instance, states }: ConfigurationView<{ readonly chosen: boolean }>): Finding => {
    const right = middles(instance.network)
    const wrong = right.findIndex((isMiddle, p) => states[p]!.chosen !== isMiddle)
    return (
      wrong < 0 ||
      `p_${wrong} takes itself for ${right[wrong] ? 'no middle, but is one' : 'a middle, but is none'}`
    )
  }

const neighbors = (network: Network, p: number): number[] =>
  Array.from({ length: network.degree(p) }, (_, channel) => network.neighbor(p, channel))
