import type { Random } from '../random.ts'
import type { GraphDetails } from './graph.ts'
import { multiples } from './multiples.ts'
import { counted } from './notes.ts'
import { Partition } from './partition.ts'
import { channelNumbers, StoredGraph } from './stored-graph.ts'

/** How often a bad pair may fail to be switched before the whole pairing is drawn anew. */
const TRIES = 1000

/**
 * The pairing model of regular graphs (Bollobás 1980): processor p has the stubs p · degree … (p + 1) · degree − 1,
 * and a perfect matching of all stubs is a multigraph. Stub s is matched with partner[s].
 */
export class Pairing {
  readonly #n: number
  readonly #degree: number
  readonly #partner: Uint32Array

  private constructor(n: number, degree: number, stream: Random) {
    this.#n = n
    this.#degree = degree
    const stubs = stream.shuffle(multiples(n * degree, 1))
    this.#partner = new Uint32Array(n * degree)
    for (let i = 0; i < stubs.length; i += 2) this.#match(stubs[i]!, stubs[i + 1]!)
  }

  /** A random pairing without loops and parallel channels. Needs an even n · degree and degree ≤ (n − 1)/2. */
  static simple(n: number, degree: number, stream: Random): Pairing {
    for (;;) {
      const pairing = new Pairing(n, degree, stream)
      if (pairing.#simplify(stream)) return pairing
    }
  }

  /**
   * Joins each component after the first to those before it by one switch: a channel of its own that lies on a
   * cycle and a random channel before it exchange ends. Degrees stay, so every component needs a cycle: degree ≥ 2.
   */
  connect(stream: Random): readonly string[] {
    const partition = new Partition(this.#n)
    this.#forEachChannel((_, p, q) => partition.unite(p, q))
    if (partition.count === 1) return []
    const onCycle = new Map<number, number>()
    const forest = new Partition(this.#n)
    this.#forEachChannel((s, p, q) => {
      if (!forest.unite(p, q)) onCycle.set(partition.find(p), s)
    })
    const { members, starts } = partition.classes()
    for (let k = 1; k < partition.count; k++) {
      const own = onCycle.get(partition.find(members[starts[k]!]!))!
      const earlier = members[stream.integer(starts[k]!)]! * this.#degree + stream.integer(this.#degree)
      this.#switch(own, earlier)
    }
    return [`switched ends ${counted(partition.count - 1, 'time')} to connect ${partition.count} components`]
  }

  toGraph(details: GraphDetails = {}): StoredGraph {
    const offsets = multiples(this.#n + 1, this.#degree)
    const neighbors = this.#partner.map((s) => this.#owner(s))
    const mirrors = channelNumbers(neighbors.length, this.#degree)
    for (let s = 0; s < mirrors.length; s++) mirrors[s] = this.#partner[s]! - this.#degree * neighbors[s]!
    return new StoredGraph(offsets, neighbors, mirrors, details)
  }

  /** Switches every bad pair with a random one such that both new pairs are good; false where that fails. */
  #simplify(stream: Random): boolean {
    for (const s of this.#badStubs()) {
      for (let tries = 0; this.#isBad(s); tries++) {
        if (tries === TRIES) return false
        const other = stream.integer(this.#partner.length)
        if (this.#switchIsGood(s, other)) this.#switch(s, other)
      }
    }
    return true
  }

  /** The stubs of loops, and of parallel channels all but the first at each processor. Linear. */
  #badStubs(): readonly number[] {
    const bad: number[] = []
    const metBy = new Uint32Array(this.#n)
    for (let s = 0; s < this.#partner.length; s++) {
      const p = this.#owner(s)
      const q = this.#owner(this.#partner[s]!)
      if (p === q || metBy[q] === p + 1) bad.push(s)
      metBy[q] = p + 1
    }
    return bad
  }

  #forEachChannel(visit: (s: number, p: number, q: number) => void): void {
    for (let s = 0; s < this.#partner.length; s++) {
      const t = this.#partner[s]!
      if (s < t) visit(s, this.#owner(s), this.#owner(t))
    }
  }

  #isBad(s: number): boolean {
    const p = this.#owner(s)
    const q = this.#owner(this.#partner[s]!)
    return p === q || this.#channels(p, q) > 1
  }

  /** Whether the pairs that would replace {s, s'} and {t, t'}, namely {s, t} and {s', t'}, are good. */
  #switchIsGood(s: number, t: number): boolean {
    const [p, x] = [this.#owner(s), this.#owner(t)]
    const [q, y] = [this.#owner(this.#partner[s]!), this.#owner(this.#partner[t]!)]
    if (p === x || q === y || (p === q && x === y)) return false
    return this.#channels(p, x) === 0 && this.#channels(q, y) === 0
  }

  #switch(s: number, t: number): void {
    const [sPartner, tPartner] = [this.#partner[s]!, this.#partner[t]!]
    this.#match(s, t)
    this.#match(sPartner, tPartner)
  }

  #match(s: number, t: number): void {
    this.#partner[s] = t
    this.#partner[t] = s
  }

  /** How many stubs of p are matched with stubs of q. */
  #channels(p: number, q: number): number {
    let count = 0
    for (let s = p * this.#degree; s < (p + 1) * this.#degree; s++)
      if (this.#owner(this.#partner[s]!) === q) count++
    return count
  }

  #owner(stub: number): number {
    return Math.floor(stub / this.#degree)
  }
}
