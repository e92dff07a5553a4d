import type { Cell } from '../../engine/index.ts'

/** What a schedule must know of the cells of a grid, by index. */
export interface JobSource {
  readonly cell: (index: number) => Cell
  /** An estimate of what it costs. */
  readonly work: (index: number) => number
}

/** A batch that was handed out. */
export interface Running {
  /** The indices of its unfinished cells. */
  readonly indices: Set<number>
  /** When it was handed out, or the last cell of it was finished. */
  since: number
}

/** Work that is left in cells that cost alike. */
export interface Share {
  readonly cell: Cell
  /** Of an average cell. */
  readonly work: number
  left: number
}

/** Sorts cells, given by index: those on the costliest networks first, those of one network side by side. */
export function sortByNetwork(indices: Uint32Array, { cell, work }: JobSource): Uint32Array {
  // The seed derives from the network: if two had the same by chance, no more than the order would suffer.
  const seeds = new Float64Array(indices.length)
  const sizes = new Float64Array(indices.length)
  for (const [place, index] of indices.entries()) ({ seed: seeds[place], n: sizes[place] } = cell(index))
  const bySeed = Uint32Array.from(indices, (_, place) => place).sort(
    (a, b) => seeds[a]! - seeds[b]! || sizes[a]! - sizes[b]! || indices[a]! - indices[b]!,
  )
  const isSame = (a: number, b: number) => seeds[a] === seeds[b] && sizes[a] === sizes[b]
  const first = new Uint32Array(indices.length)
  const most = new Float64Array(indices.length)
  for (let begin = 0, end = 0; begin < bySeed.length; begin = end) {
    let highest = 0
    for (end = begin; end < bySeed.length && isSame(bySeed[begin]!, bySeed[end]!); end++)
      highest = Math.max(highest, work(indices[bySeed[end]!]!))
    for (let i = begin; i < end; i++) {
      first[bySeed[i]!] = indices[bySeed[begin]!]!
      most[bySeed[i]!] = highest
    }
  }
  return bySeed
    .sort((a, b) => most[b]! - most[a]! || first[a]! - first[b]! || indices[a]! - indices[b]!)
    .map((place) => indices[place]!)
}
