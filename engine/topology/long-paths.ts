import type { Network } from '../model/index.ts'

/**
 * Long simple paths, found greedily by Warnsdorff's rule: on to the neighbour with the fewest ways on, dead ends last.
 * Each path stays in the region in which it starts, and visits nobody whom an earlier one has visited. Finding the
 * longest is hard; these are Hamiltonian on complete graphs, rings and paths. O(n + m) time for all paths together.
 */
export class LongPaths {
  readonly #network: Network
  readonly #regions: ArrayLike<number>
  readonly #visited: Uint8Array
  /** By processor, how many of its neighbours in the same region have not been visited. */
  readonly #open: Uint32Array

  /** `regions` is by processor; without it there is one region. */
  constructor(network: Network, regions: ArrayLike<number> = new Uint8Array(network.n)) {
    this.#network = network
    this.#regions = regions
    this.#visited = new Uint8Array(network.n)
    this.#open = new Uint32Array(network.n)
    for (let p = 0; p < network.n; p++) this.#open[p] = this.#neighbors(p).length
  }

  /** A path that starts at a processor; empty if that one lies on an earlier path. */
  from(start: number): number[] {
    const path: number[] = []
    for (let p = start; p >= 0 && this.#visited[p] === 0; ) {
      path.push(p)
      this.#visited[p] = 1
      const neighbors = this.#neighbors(p)
      for (const q of neighbors) this.#open[q]!--
      p = this.#next(neighbors)
    }
    return path
  }

  /** The neighbours in the same region that have not been visited. */
  #neighbors(p: number): number[] {
    const found: number[] = []
    for (let channel = 0; channel < this.#network.degree(p); channel++) {
      const q = this.#network.neighbor(p, channel)
      if (this.#visited[q] === 0 && this.#regions[q] === this.#regions[p]) found.push(q)
    }
    return found
  }

  /** The one with the fewest ways on; one with none only if all have none. −1 if there is no one. */
  #next(neighbors: readonly number[]): number {
    const ways = (q: number): number => this.#open[q]! || this.#network.n
    return neighbors.reduce((best, q) => (best < 0 || ways(q) < ways(best) ? q : best), -1)
  }
}
