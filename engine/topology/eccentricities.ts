import { ChannelRow } from './channel-row.ts'
import type { Graph } from './graph.ts'

/** Searches that run at once: the bits of a word. */
export const TOGETHER = 32

/** The eccentricity of each of the sources, which are distinct, in their order. */
export function eccentricities(graph: Graph, sources: Uint32Array): Int32Array {
  const found = new Int32Array(sources.length)
  for (let first = 0; first < sources.length; first += TOGETHER)
    found.set(searchTogether(graph, sources.subarray(first, first + TOGETHER)), first)
  return found
}

/**
 * Up to 32 breadth-first searches at once, one bit each (Then et al., “The more the merrier”, 2014). Where distances
 * are short they share most of their steps, and all together cost as much as a few.
 */
function searchTogether(graph: Graph, sources: Uint32Array): Int32Array {
  const { n } = graph
  const row = new ChannelRow(graph)
  const found = new Int32Array(sources.length)
  const all = sources.length === TOGETHER ? -1 : (1 << sources.length) - 1
  const seen = new Int32Array(n)
  let [frontier, next] = [new Uint32Array(n), new Uint32Array(n)]
  let [leaving, arriving] = [new Int32Array(n), new Int32Array(n)]
  for (const [i, source] of sources.entries()) {
    frontier[i] = source
    seen[source] = leaving[source] = 1 << i
  }
  let width = sources.length
  let finished = 0
  // Once all searches have seen every processor, the last frontier has nothing to find.
  for (let distance = 1; width > 0 && finished < n; distance++) {
    let nextWidth = 0
    for (let i = 0; i < width; i++) {
      const p = frontier[i]!
      const searches = leaving[p]!
      leaving[p] = 0
      row.read(p)
      const { neighbors, begin, end } = row
      for (let j = begin; j < end; j++) {
        const q = neighbors[j]!
        const fresh = searches & ~seen[q]!
        if (fresh === 0) continue
        if (arriving[q] === 0) next[nextWidth++] = q
        arriving[q]! |= fresh
      }
    }
    let advanced = 0
    for (let i = 0; i < nextWidth; i++) {
      const q = next[i]!
      advanced |= arriving[q]!
      seen[q]! |= arriving[q]!
      if (seen[q] === all) finished++
    }
    for (let i = 0; i < sources.length; i++) if ((advanced >>> i) & 1) found[i] = distance
    ;[frontier, next, width] = [next, frontier, nextWidth]
    ;[leaving, arriving] = [arriving, leaving]
  }
  return found
}
