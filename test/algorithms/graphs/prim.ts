import type { Network } from '../../../engine/index.ts'

/**
 * The minimum spanning tree as Prim finds it, with every channel looked at anew in each step: as unlike Kruskal's search as
 * can be. Channels are named by their ends, “0 3”, the smaller first.
 */
export function primTree(network: Network, weightOf: (p: number, q: number) => number): string[] {
  const inside = new Set([0])
  const tree: string[] = []
  while (inside.size < network.n) {
    let best: { p: number; q: number; weight: number } | null = null
    for (const p of inside)
      for (let channel = 0; channel < network.degree(p); channel++) {
        const q = network.neighbor(p, channel)
        const weight = weightOf(p, q)
        if (!inside.has(q) && (best === null || weight < best.weight)) best = { p, q, weight }
      }
    inside.add(best!.q)
    tree.push(`${Math.min(best!.p, best!.q)} ${Math.max(best!.p, best!.q)}`)
  }
  return tree.sort()
}
