import type { Graph } from '../../../engine/index.ts'
import { fixed, type Layout, neighborsOf } from './layout.ts'

/** A complete bipartite network: one side left, the other right. */
export function columns(network: Graph): Layout {
  const right = new Set(neighborsOf(network, 0))
  const count = [network.n - right.size, right.size]
  const height = Math.max(...count)
  const seen = [0, 0]
  const x = new Float64Array(network.n)
  const y = new Float64Array(network.n)
  for (let p = 0; p < network.n; p++) {
    const side = right.has(p) ? 1 : 0
    x[p] = side * height
    // In the middle of its share of the column.
    y[p] = ((seen[side]!++ + 0.5) * height) / count[side]!
  }
  return fixed(x, y)
}
