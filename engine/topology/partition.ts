import { multiples } from './multiples.ts'

/** A partition of 0 … n − 1 into classes that can be united (union by size, paths halved). */
export class Partition {
  readonly #parent: Uint32Array
  readonly #size: Uint32Array
  /** The number of classes. */
  count: number

  constructor(n: number) {
    this.#parent = multiples(n, 1)
    this.#size = new Uint32Array(n).fill(1)
    this.count = n
  }

  /** The representative of i's class. */
  find(i: number): number {
    const parent = this.#parent
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }

  /** The number of elements in i's class. */
  size(i: number): number {
    return this.#size[this.find(i)]!
  }

  /** Unites the classes of i and j; false if they were one. */
  unite(i: number, j: number): boolean {
    let a = this.find(i)
    let b = this.find(j)
    if (a === b) return false
    if (this.#size[a]! < this.#size[b]!) [a, b] = [b, a]
    this.#parent[b] = a
    this.#size[a]! += this.#size[b]!
    this.count--
    return true
  }

  /** The classes in order of their smallest element: class k is members[starts[k]] … members[starts[k + 1] − 1]. */
  classes(): { readonly members: Uint32Array; readonly starts: Uint32Array } {
    const n = this.#parent.length
    const numberOf = new Int32Array(n).fill(-1)
    const starts = new Uint32Array(this.count + 1)
    let classes = 0
    for (let i = 0; i < n; i++) {
      const root = this.find(i)
      if (numberOf[root] !== -1) continue
      starts[classes + 1] = starts[classes]! + this.#size[root]!
      numberOf[root] = classes++
    }
    const next = starts.slice(0, classes)
    const members = new Uint32Array(n)
    for (let i = 0; i < n; i++) members[next[numberOf[this.find(i)]!]!++] = i
    return { members, starts }
  }
}
