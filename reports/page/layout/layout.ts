import type { Graph } from '../../../engine/index.ts'

/** Where the processors stand, in a plane of any extent; y grows downwards. No two stand at one place. */
export interface Layout {
  readonly x: Float64Array
  readonly y: Float64Array
  /** How far the middle of a channel stands off the straight line, to its left, in lengths of that line. */
  bend(p: number, q: number): number
  /** Improves a layout that takes its time; false once there is nothing left to do. */
  settle(): boolean
}

/** The plain case: straight channels, and nothing more to do. */
export const fixed = (x: Float64Array, y: Float64Array): Layout => ({
  x,
  y,
  bend: () => 0,
  settle: () => false,
})

/** The neighbours of a processor, in the order of its channels. */
export function neighborsOf(network: Graph, processor: number): number[] {
  return Array.from({ length: network.degree(processor) }, (_, channel) =>
    network.neighbor(processor, channel),
  )
}

/** Calls back for each channel once, with p < q. */
export function forEachChannel(network: Graph, see: (p: number, q: number) => void): void {
  for (let p = 0; p < network.n; p++) for (const q of neighborsOf(network, p)) if (p < q) see(p, q)
}
