import { ConfigurationTable } from './configuration-table.ts'
import { Counts } from './counts.ts'

/** What a search tells while it goes on. `path` gives the triggers that lead there, in order. */
export interface SearchListener {
  /** A configuration that was not met before. */
  configuration?(numbers: Int32Array, length: number, path: () => number[]): void
  /** A step that sends these triggers was tried. */
  sent?(triggers: readonly number[]): void
  /** A trigger leads from one configuration to another, and all that can come after that is known. */
  edge?(from: number, trigger: number, to: number): void
  /** All that can come after a configuration is known. */
  closed?(configuration: number, numbers: Int32Array, length: number): void
  /** The algorithm throws when it processes the last trigger of the path. */
  failure?(reason: string, path: () => number[]): void
}

/** What a search goes through: configurations as lists of numbers, and what can come next in each. */
export interface ConfigurationGraph {
  /** What the latest step has led to: the configuration, what it counts, and what it did. */
  readonly next: Int32Array
  readonly length: number
  readonly gains: Int32Array
  readonly trigger: number
  readonly sends: readonly number[]
  readonly failure: string | null
  /** Into how many kinds executions fall; 0 if they are not told apart. */
  readonly kinds: number
  kind(configuration: Int32Array): number
  begin(triggers: readonly number[]): void
  isFinal(configuration: Int32Array, length: number): boolean
  /** What is to be tried next; `reduced`: as far as the rest makes no difference. */
  choices(configuration: Int32Array, length: number, reduced?: boolean): number[]
  take(configuration: Int32Array, length: number, choice: number): void
}

export interface SearchLimits {
  /** Configurations. */
  readonly states: number
  /** Asked every few thousand configurations. True: stop. */
  readonly stopped?: ((states: number) => boolean) | undefined
}

/** A configuration on the way, with the places that are to be tried. */
interface Frame {
  readonly configuration: number
  readonly places: readonly number[]
  /** How many of them were. */
  tried: number
  /** What the latest step counts, and its trigger. */
  readonly gains: Int32Array
  trigger: number
}

/**
 * Goes depth-first through all configurations and finds, for each, the most and the least that the rest of an execution
 * can count. If it is stopped, the most that is known is a lower estimate, and the least an upper one.
 */
export class Search {
  readonly table = new ConfigurationTable()
  readonly counts: Counts
  readonly graph: ConfigurationGraph
  transitions = 0
  /** The most triggers on a way. */
  depth = 0
  exhausted = true
  /** Whether an execution can come back to a configuration, and so go on for ever. */
  endless = false
  /** The configurations on the way: an execution that comes back to one of them can go on for ever. */
  readonly #onTheWay = new Set<number>()
  readonly #limits: SearchLimits
  readonly #listener: SearchListener
  readonly #frames: Frame[] = []
  readonly #numbers: Int32Array
  readonly #path = (): number[] => this.#frames.slice(0, -1).map(({ trigger }) => trigger)

  constructor(graph: ConfigurationGraph, limits: SearchLimits, listener: SearchListener = {}) {
    this.graph = graph
    this.counts = new Counts(graph.gains.length, graph.kinds)
    this.#limits = limits
    this.#listener = listener
    this.#numbers = new Int32Array(graph.next.length)
  }

  /** Goes through all executions that begin with these triggers in transit. */
  run(triggers: readonly number[]): void {
    this.graph.begin(triggers)
    this.#visit(this.#enter())
    while (this.#frames.length > 0) {
      const frame = this.#frames[this.#frames.length - 1]!
      if (frame.tried < frame.places.length && this.exhausted) this.#try(frame)
      else this.#close(frame)
    }
  }

  #enter(): number {
    return this.table.enter(this.graph.next, this.graph.length)
  }

  /** Goes on from a configuration that is new. */
  #visit(configuration: number): void {
    const { graph, counts } = this
    const { states, stopped } = this.#limits
    counts.begin(configuration)
    const length = this.table.read(configuration, this.#numbers)
    const places = graph.choices(this.#numbers, length)
    const gains = new Int32Array(graph.gains.length)
    this.#frames.push({ configuration, places, tried: 0, gains, trigger: 0 })
    this.#onTheWay.add(configuration)
    if (graph.isFinal(this.#numbers, length)) counts.end(configuration, graph.kind(this.#numbers))
    this.depth = Math.max(this.depth, this.#frames.length - 1)
    this.#listener.configuration?.(this.#numbers, length, this.#path)
    if (configuration + 1 >= states || ((configuration & 4095) === 4095 && stopped?.(configuration)))
      this.exhausted = false
  }

  /** Takes the next step from the configuration of a frame. */
  #try(frame: Frame): void {
    const { graph, table } = this
    const length = table.read(frame.configuration, this.#numbers)
    graph.take(this.#numbers, length, frame.places[frame.tried++]!)
    this.transitions++
    frame.gains.set(graph.gains)
    frame.trigger = graph.trigger
    if (graph.failure !== null) {
      this.counts.end(frame.configuration, graph.kind(this.#numbers))
      this.#listener.failure?.(graph.failure, () => [...this.#path(), frame.trigger])
      return
    }
    const size = table.size
    const next = this.#enter()
    this.#listener.sent?.(graph.sends)
    if (next === size) this.#visit(next)
    else if (this.#onTheWay.has(next)) this.endless = true
    else this.#add(frame, next)
  }

  #close({ configuration }: Frame): void {
    this.counts.close(configuration)
    if (this.#listener.closed !== undefined) {
      const length = this.table.read(configuration, this.#numbers)
      this.#listener.closed(configuration, this.#numbers, length)
    }
    this.#frames.pop()
    this.#onTheWay.delete(configuration)
    const before = this.#frames[this.#frames.length - 1]
    if (before !== undefined) this.#add(before, configuration)
  }

  /** The latest step of a frame has led to a configuration from which all is known. */
  #add({ configuration, gains, trigger }: Frame, next: number): void {
    this.#listener.edge?.(configuration, trigger, next)
    this.counts.add(configuration, gains, next)
  }
}
