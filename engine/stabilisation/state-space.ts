import type { DaemonFamily } from './daemons/index.ts'
import type { StabilisingSystem } from './system.ts'

/** What a daemon can do in a configuration: who moves, and the configuration after that. */
export interface Choice {
  readonly movers: readonly number[]
  readonly to: number
}

/** All configurations by their numbers: the state of p_i is the digit of k^i. */
export class StateSpace {
  readonly size: number
  readonly #system: StabilisingSystem
  readonly #weights: readonly number[]

  constructor(system: StabilisingSystem) {
    const { neighbors, k } = system
    this.#system = system
    this.#weights = neighbors.map((_, i) => k ** i)
    this.size = k ** neighbors.length
  }

  statesOf(at: number): number[] {
    const { k } = this.#system
    let rest = at
    return this.#weights.map(() => {
      const state = rest % k
      rest = (rest - state) / k
      return state
    })
  }

  isLegitimate(at: number): boolean {
    const states = this.statesOf(at)
    return this.#system.algorithm.isLegitimate({ states, privileged: this.#moves(states).length })
  }

  /** All sets of privileged processors that a daemon can let move, the smallest numbers first. */
  choices(at: number, daemon: DaemonFamily): Choice[] {
    const moves = this.#moves(this.statesOf(at))
    const found: Choice[] = []
    // Sets are the bits of a number. A move depends on the configuration before alone, so what they change adds up.
    for (let set = 1; set < 1 << moves.length; set++) {
      const chosen = moves.filter((_, bit) => (set >> bit) & 1)
      if (!daemon.allows(chosen.length, moves.length)) continue
      const to = chosen.reduce((sum, { change }) => sum + change, at)
      found.push({ movers: chosen.map(({ processor }) => processor), to })
    }
    return found
  }

  /** Who is privileged, and what its move changes of the number of the configuration. */
  #moves(states: readonly number[]): { readonly processor: number; readonly change: number }[] {
    const { algorithm, neighbors, k } = this.#system
    const n = states.length
    return states.flatMap((own, i) => {
      const next = algorithm.next({ i, n, k, own, neighbors: neighbors[i]!.map((q) => states[q]!) })
      return next === own ? [] : [{ processor: i, change: (next - own) * this.#weights[i]! }]
    })
  }
}
