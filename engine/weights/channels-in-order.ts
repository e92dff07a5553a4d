import type { Channel, Network } from '../model/index.ts'

/** One channel: its ends p < q, and its number at p. */
type Visit = (p: number, q: number, channel: Channel) => void

/**
 * Visits every channel once, in the order of its lower end, then of its upper one: the order in which weights are listed.
 * It does not depend on how processors number their channels, so that weights stay where they are when numbers change.
 */
export function channelsInOrder(network: Network, visit: Visit): void {
  const upper: { readonly q: number; readonly channel: Channel }[] = []
  for (let p = 0; p < network.n; p++) {
    upper.length = 0
    for (let channel = 0; channel < network.degree(p); channel++) {
      const q = network.neighbor(p, channel)
      if (q > p) upper.push({ q, channel })
    }
    upper.sort((a, b) => a.q - b.q)
    for (const { q, channel } of upper) visit(p, q, channel)
  }
}
