import { InputError } from '../errors.ts'
import { type DaemonFamily, daemons } from './daemons/index.ts'
import type { StabilisingMeasure } from './model.ts'
import { type Choice, StateSpace } from './state-space.ts'

import type { StabilisingSystem } from './system.ts'

/** An execution from an arbitrary configuration: who moves in each step. */
export interface StabilisingWitness {
  readonly initially: readonly number[]
  readonly schedule: readonly (readonly number[])[]
  /** The steps after so many are repeated for ever; null if it is a finite one. */
  readonly repeatsFrom: number | null
}

/** What all executions from all configurations come to. */
export interface StabilisingExploration {
  readonly configurations: number
  readonly legitimate: number
  /** Steps from configurations that are not legitimate. */
  readonly transitions: number
  /** An execution that never comes to a legitimate configuration: it goes round for ever, or it is stuck. */
  readonly diverges: StabilisingWitness | null
  /** A step from a legitimate configuration to one that is not. */
  readonly leaves: StabilisingWitness | null
  /** The most steps and moves until a configuration is legitimate, with an execution that takes them; null if it diverges. */
  readonly most: Readonly<Record<StabilisingMeasure, { value: number; witness: StabilisingWitness }>> | null
}

/**
 * Goes through all configurations and all that a daemon can do in them, whether it is fair or not. The largest cost is that
 * of a longest way in the graph of configurations that are not legitimate; if that has a cycle, there is none, and the
 * algorithm does not stabilise. Throws an InputError where there are too many configurations.
 */
export function exploreStabilising(
  system: StabilisingSystem,
  {
    daemon = 'distributed',
    states = 20_000_000,
  }: { readonly daemon?: string; readonly states?: number } = {},
): StabilisingExploration {
  const space = new StateSpace(system)
  if (space.size > states)
    throw new InputError(
      `${system.algorithm.name}: ${space.size} configurations are more than ${states}; --states allows them`,
    )
  return new Explorer(space, daemons.at(daemon, system.neighbors.length).entry).explore()
}

/** Not met yet, on the way that is looked at, done. */
const [fresh, open, done] = [0, 1, 2]

/** A configuration on the way that is looked at, with what the daemon can do there and how much of that was tried. */
interface Visit {
  readonly at: number
  readonly choices: readonly Choice[]
  tried: number
}

class Explorer {
  readonly #space: StateSpace
  readonly #daemon: DaemonFamily
  readonly #seen: Uint8Array
  readonly #steps: Int32Array
  readonly #moves: Int32Array
  #legitimate = 0
  #transitions = 0
  #diverges: StabilisingWitness | null = null
  #leaves: StabilisingWitness | null = null

  constructor(space: StateSpace, daemon: DaemonFamily) {
    this.#space = space
    this.#daemon = daemon
    this.#seen = new Uint8Array(space.size)
    this.#steps = new Int32Array(space.size)
    this.#moves = new Int32Array(space.size)
  }

  explore(): StabilisingExploration {
    const { size } = this.#space
    for (let root = 0; root < size && this.#diverges === null; root++) this.#search(root)
    const counts = { configurations: size, legitimate: this.#legitimate, transitions: this.#transitions }
    const most =
      this.#diverges === null
        ? { steps: this.#most(this.#steps, () => 1), moves: this.#most(this.#moves, (c) => c) }
        : null
    return { ...counts, diverges: this.#diverges, leaves: this.#leaves, most }
  }

  /** Depth first from a configuration, as far as it is not known; without recursion. */
  #search(root: number): void {
    if (this.#seen[root] !== fresh) return
    const way = [this.#visit(root)]
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const choice = visit.choices[visit.tried]
      if (choice === undefined) {
        this.#seen[visit.at] = done
        way.pop()
        const before = way.at(-1)
        if (before !== undefined) this.#take(before)
        continue
      }
      const { to } = choice
      if (this.#seen[to] === open) return this.#goesRound(way, to)
      if (this.#seen[to] === done) this.#take(visit)
      else way.push(this.#visit(to))
      if (this.#diverges !== null) return
    }
  }

  /** What the step that is tried leads to is known. */
  #take(visit: Visit): void {
    const { to, movers } = visit.choices[visit.tried++]!
    const { at } = visit
    this.#transitions++
    this.#steps[at] = Math.max(this.#steps[at]!, this.#steps[to]! + 1)
    this.#moves[at] = Math.max(this.#moves[at]!, this.#moves[to]! + movers.length)
  }

  /** A configuration for the first time. A legitimate one is the end of the way; what can come after it must be so, too. */
  #visit(at: number): Visit {
    this.#seen[at] = open
    const space = this.#space
    if (!space.isLegitimate(at)) {
      const choices = space.choices(at, this.#daemon)
      if (choices.length === 0)
        this.#diverges = { initially: space.statesOf(at), schedule: [], repeatsFrom: 0 }
      return { at, choices, tried: 0 }
    }
    this.#legitimate++
    if (this.#leaves === null) {
      const out = space.choices(at, this.#daemon).find(({ to }) => !space.isLegitimate(to))
      if (out !== undefined)
        this.#leaves = { initially: space.statesOf(at), schedule: [out.movers], repeatsFrom: null }
    }
    return { at, choices: [], tried: 0 }
  }

  #goesRound(way: readonly Visit[], to: number): void {
    const from = way.findIndex(({ at }) => at === to)
    const schedule = way.slice(from).map(({ choices, tried }) => choices[tried]!.movers)
    this.#diverges = { initially: this.#space.statesOf(to), schedule, repeatsFrom: 0 }
  }

  #most(costs: Int32Array, costOf: (movers: number) => number) {
    const space = this.#space
    let at = 0
    for (let other = 0; other < space.size; other++) if (costs[other]! > costs[at]!) at = other
    const [value, initially] = [costs[at]!, space.statesOf(at)]
    const schedule: (readonly number[])[] = []
    while (costs[at]! > 0) {
      const best = space
        .choices(at, this.#daemon)
        .find(({ to, movers }) => costs[to]! + costOf(movers.length) === costs[at])!
      schedule.push(best.movers)
      at = best.to
    }
    return { value, witness: { initially, schedule, repeatsFrom: null } }
  }
}
