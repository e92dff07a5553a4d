import type { Clock, DelayBounds, Instance } from './model/index.ts'
import { exactDiameter } from './topology/diameter.ts'
import { breadthFirst } from './topology/distances.ts'
import type { Graph } from './topology/graph.ts'
import { multiples } from './topology/multiples.ts'

/** What an instance has beside its network; all of it has a default. */
export interface InstanceParts {
  /** Distinct non-negative integers, by processor. Default: 0 … n − 1. */
  readonly ids?: ArrayLike<number>
  /** Default: the identifiers. */
  readonly values?: ArrayLike<number>
  /** Further inputs, by name. Default: none. */
  readonly fields?: Readonly<Record<string, ArrayLike<number>>>
  /** Default: processor 0. */
  readonly root?: number
  /** By channel, in the order of their lower, then of their upper ends. Default: none. */
  readonly weights?: ArrayLike<number> | null
  /** By processor. Default: none. */
  readonly clocks?: readonly Clock[] | null
  /** How many processors may fail, as algorithms are told. Default: 0. */
  readonly f?: number
  /** Default: not known. */
  readonly delayBounds?: DelayBounds | null
  /** Default: all wake at time 0. */
  readonly wakeTimes?: ArrayLike<number>
}

/** An instance whose measures (diameter, eccentricity) are computed when they are first asked for. */
export class ComputedInstance implements Instance {
  readonly network: Graph
  readonly root: number
  readonly ids: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly fields: Readonly<Record<string, ArrayLike<number>>>
  readonly weights: ArrayLike<number> | null
  readonly clocks: readonly Clock[] | null
  readonly f: number
  readonly delayBounds: DelayBounds | null
  readonly wakeTimes: ArrayLike<number>
  #eccentricity: number | undefined
  #diameter: number | null | undefined

  constructor(graph: Graph, parts: InstanceParts = {}) {
    this.network = graph
    this.root = parts.root ?? 0
    this.ids = parts.ids ?? multiples(graph.n, 1)
    this.values = parts.values ?? this.ids
    this.fields = parts.fields ?? {}
    this.weights = parts.weights ?? null
    this.clocks = parts.clocks ?? null
    this.f = parts.f ?? 0
    this.delayBounds = parts.delayBounds ?? null
    this.wakeTimes = parts.wakeTimes ?? new Float64Array(graph.n)
  }

  /** The same instance with other parts. */
  with(parts: InstanceParts, graph: Graph = this.network): ComputedInstance {
    const { ids, values, fields, root, weights, clocks, f, delayBounds, wakeTimes } = this
    const own = { ids, values, fields, root, weights, clocks, f, delayBounds, wakeTimes }
    return new ComputedInstance(graph, { ...own, ...parts })
  }

  get eccentricity(): number {
    const { alike, diameter } = this.network.details
    this.#eccentricity ??= (alike ? diameter : null) ?? breadthFirst(this.network, this.root).eccentricity
    return this.#eccentricity
  }

  get diameter(): number | null {
    if (this.#diameter === undefined) this.#diameter = exactDiameter(this.network)
    return this.#diameter
  }
}
