import { Streams } from '../random.ts'
import { daemons } from './daemons/index.ts'
import type { StateView } from './model.ts'
import type { StabilisingSystem } from './system.ts'

/** What a run is given. */
export interface StabilisingRun {
  /** Default: distributed. */
  readonly daemon?: string
  /** The states at the beginning. Default: all drawn uniformly. */
  readonly initially?: readonly number[]
  readonly seed: number
  /** The largest number of steps. Default: 10 million. */
  readonly steps?: number
  /** Whether to keep who moved. Default: no. */
  readonly schedule?: boolean
}

/** A run until a configuration is legitimate. */
export interface StabilisingExecution {
  /** `stuck`: nobody is privileged in a configuration that is not legitimate. */
  readonly outcome: 'stabilised' | 'stuck' | 'budget'
  readonly steps: number
  readonly moves: number
  readonly initially: readonly number[]
  readonly states: readonly number[]
  /** By step, who moved; absent unless asked for. */
  readonly schedule?: readonly (readonly number[])[]
}

/** Runs an algorithm once, until a configuration is legitimate. Throws an InputError where there is no such daemon. */
export function executeStabilising(system: StabilisingSystem, run: StabilisingRun): StabilisingExecution {
  const { algorithm, neighbors, k } = system
  const { daemon = 'distributed', seed, steps: most = 10_000_000 } = run
  const streams = new Streams(seed)
  const { entry } = daemons.at(daemon, neighbors.length)
  const drawn = streams.stream('states')
  const initially = run.initially ?? neighbors.map(() => drawn.integer(k))
  const machine = new StateMachine(system, initially)
  const random = streams.stream('daemon')
  const schedule: (readonly number[])[] | null = run.schedule === true ? [] : null
  let [steps, moves] = [0, 0]
  const ended = (outcome: StabilisingExecution['outcome']): StabilisingExecution => {
    const states = machine.views.map(({ own }) => own)
    return { outcome, steps, moves, initially, states, ...(schedule !== null && { schedule }) }
  }
  while (!algorithm.isLegitimate(machine)) {
    if (machine.privileged === 0) return ended('stuck')
    if (steps === most) return ended('budget')
    const movers = entry.choose(machine.list, random)
    machine.step(movers)
    schedule?.push(movers)
    steps++
    moves += movers.length
  }
  return ended('stabilised')
}

/** The states of all processors, and who is privileged. After a step only the movers and their neighbours are looked at. */
class StateMachine {
  readonly views: { -readonly [K in keyof StateView]: K extends 'neighbors' ? number[] : StateView[K] }[]
  readonly states: number[]
  /** The privileged processors, in an order that changes. */
  readonly list: number[] = []
  readonly #next: number[]
  readonly #places: Int32Array
  readonly #system: StabilisingSystem

  constructor(system: StabilisingSystem, initially: readonly number[]) {
    const { neighbors, k } = system
    const n = neighbors.length
    this.#system = system
    this.states = [...initially]
    this.views = neighbors.map((around, i) => ({
      ...{ i, n, k, own: initially[i]! },
      neighbors: around.map((q) => initially[q]!),
    }))
    this.#places = new Int32Array(n).fill(-1)
    this.#next = [...initially]
    for (let i = 0; i < n; i++) this.#look(i)
  }

  get privileged(): number {
    return this.list.length
  }

  step(movers: readonly number[]): void {
    for (const p of movers) this.states[p] = this.#next[p]!
    for (const p of movers) {
      this.#look(p)
      for (const q of this.#system.neighbors[p]!) this.#look(q)
    }
  }

  /** Whether a processor is privileged, and what it would move to. */
  #look(p: number): void {
    const view = this.views[p]!
    const around = this.#system.neighbors[p]!
    view.own = this.states[p]!
    for (let channel = 0; channel < around.length; channel++)
      view.neighbors[channel] = this.states[around[channel]!]!
    const next = this.#system.algorithm.next(view)
    this.#next[p] = next
    const place = this.#places[p]!
    if ((next !== view.own) === place >= 0) return
    if (place < 0) {
      this.#places[p] = this.list.push(p) - 1
      return
    }
    const last = this.list.pop()!
    if (last !== p) {
      this.list[place] = last
      this.#places[last] = place
    }
    this.#places[p] = -1
  }
}
