import type { Graph } from './graph.ts'
import { storedGraph } from './stored-graph.ts'

/** Up to this many processors, four words hold a set of them, and no search is as fast. */
export const SMALL = 128

/**
 * The diameter of a connected graph of at most 128 processors: grows the balls around all of them at once, as sets of
 * bits, until every ball holds everyone. O(D m) time.
 */
export function smallDiameter(graph: Graph): number {
  const { n, offsets, neighbors } = storedGraph(graph)
  const everyone = new Int32Array(4)
  for (let p = 0; p < n; p++) everyone[p >>> 5]! |= 1 << (p & 31)
  let balls = new Int32Array(4 * n)
  let larger = new Int32Array(4 * n)
  for (let p = 0; p < n; p++) balls[4 * p + (p >>> 5)] = 1 << (p & 31)
  for (let radius = 0; ; radius++) {
    if (allHold(balls, everyone)) return radius
    for (let p = 0; p < n; p++) {
      let a = balls[4 * p]!
      let b = balls[4 * p + 1]!
      let c = balls[4 * p + 2]!
      let d = balls[4 * p + 3]!
      for (let slot = offsets[p]!; slot < offsets[p + 1]!; slot++) {
        const ball = 4 * neighbors[slot]!
        a |= balls[ball]!
        b |= balls[ball + 1]!
        c |= balls[ball + 2]!
        d |= balls[ball + 3]!
      }
      larger[4 * p] = a
      larger[4 * p + 1] = b
      larger[4 * p + 2] = c
      larger[4 * p + 3] = d
    }
    ;[balls, larger] = [larger, balls]
  }
}

function allHold(balls: Int32Array, everyone: Int32Array): boolean {
  for (let i = 0; i < balls.length; i++) if (balls[i] !== everyone[i & 3]) return false
  return true
}
