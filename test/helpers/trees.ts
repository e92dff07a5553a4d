import type { Graph } from '../../engine/index.ts'
import { graphOf } from './graphs.ts'

/** Every tree on n ≥ 2 labelled processors, one for each Prüfer sequence: n^(n − 2) in all. */
export function* labelledTrees(n: number): Generator<Graph> {
  for (let number = 0; number < n ** (n - 2); number++)
    yield treeOf(Array.from({ length: n - 2 }, (_, i) => Math.floor(number / n ** i) % n))
}

/** The tree of a Prüfer sequence: its numbers, in order, are the neighbours of the smallest leaves. */
function treeOf(sequence: readonly number[]): Graph {
  const n = sequence.length + 2
  const degrees = Array.from({ length: n }, (_, p) => 1 + sequence.filter((q) => q === p).length)
  const channels: [number, number][] = []
  for (const neighbor of sequence) {
    const leaf = degrees.indexOf(1)
    channels.push([leaf, neighbor])
    degrees[leaf]!--
    degrees[neighbor]!--
  }
  channels.push([degrees.indexOf(1), degrees.lastIndexOf(1)])
  return graphOf(n, channels)
}
