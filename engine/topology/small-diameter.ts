import { ChannelRow } from './channel-row.ts'
import type { Graph } from './graph.ts'

/** Up to this many processors, four words hold a set of them, and no search is as fast. */
export const SMALL = 128

/**
 * The diameter of a connected graph of few processors: grows the balls around all of them at once, as sets of bits,
 * until every ball holds everyone. O(D m n / 32) time.
 */
export function smallDiameter(graph: Graph): number {
  const { n } = graph
  const words = Math.ceil(n / 32)
  const row = new ChannelRow(graph)
  let balls = new Int32Array(n * words)
  let larger = new Int32Array(n * words)
  for (let p = 0; p < n; p++) balls[p * words + (p >>> 5)] = 1 << (p & 31)
  for (let radius = 0; ; radius++) {
    if (allFull(balls, n, words)) return radius
    larger.set(balls)
    for (let p = 0; p < n; p++) {
      row.read(p)
      for (let channel = 0; channel < row.length; channel++)
        for (let word = 0; word < words; word++)
          larger[p * words + word]! |= balls[row.neighbors[channel]! * words + word]!
    }
    ;[balls, larger] = [larger, balls]
  }
}

function allFull(balls: Int32Array, n: number, words: number): boolean {
  const rest = (-1 >>> ((32 - (n % 32)) % 32)) | 0
  for (let i = 0; i < balls.length; i++) if (balls[i] !== ((i + 1) % words === 0 ? rest : -1)) return false
  return true
}
