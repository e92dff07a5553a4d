import { grown } from '../../typed-arrays.ts'
import { ConfigurationTable } from './configuration-table.ts'
import type { ScheduleGraph } from './schedule-graph.ts'

/** What a search tells while it goes on. `path` gives the letters that lead there, in order. */
export interface SearchListener {
  /** A configuration that was not met before. */
  configuration?(numbers: Int32Array, length: number, path: () => number[]): void
  /** A step that sends these letters was tried. */
  sent?(letters: readonly number[]): void
  /** A letter leads from one configuration to another, and all that can come after that is known. */
  edge?(from: number, letter: number, to: number): void
  /** All that can come after a configuration is known. */
  closed?(configuration: number, numbers: Int32Array, length: number): void
  /** The algorithm throws when it processes the last letter of the path. */
  failure?(reason: string, path: () => number[]): void
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
  /** What the latest step counts, and its letter. */
  gain: number
  letter: number
}

/** Stands for the most that can be counted while a configuration is on the way. */
const OPEN = -1
const INFINITE = 0x7fffffff

/**
 * Goes depth-first through all configurations and finds, for each, the most and the least that the rest of an execution
 * can count. If it is stopped, the most that is known is a lower estimate, and the least an upper one.
 */
export class Search {
  readonly table = new ConfigurationTable()
  readonly graph: ScheduleGraph
  transitions = 0
  /** The most letters on a way. */
  depth = 0
  exhausted = true
  /** Whether an execution can come back to a configuration, and so go on for ever. */
  endless = false
  /** By configuration. */
  #most = new Int32Array(1 << 8)
  #least = new Int32Array(1 << 8)
  readonly #limits: SearchLimits
  readonly #listener: SearchListener
  readonly #frames: Frame[] = []
  readonly #numbers: Int32Array
  readonly #path = (): number[] => this.#frames.slice(0, -1).map(({ letter }) => letter)

  constructor(graph: ScheduleGraph, limits: SearchLimits, listener: SearchListener = {}) {
    this.graph = graph
    this.#limits = limits
    this.#listener = listener
    this.#numbers = new Int32Array(graph.next.length)
  }

  /** The most and the least that executions count which begin with these letters in transit. */
  run(letters: readonly number[]): { readonly most: number; readonly least: number } {
    this.graph.begin(letters)
    this.#visit(this.#enter())
    while (this.#frames.length > 0) {
      const frame = this.#frames[this.#frames.length - 1]!
      if (frame.tried < frame.places.length && this.exhausted) this.#try(frame)
      else this.#close(frame)
    }
    return { most: this.#most[0]!, least: this.#least[0]! }
  }

  /** The most that the rest of an execution can count from a configuration, as far as is known. */
  most(configuration: number): number {
    return Math.max(0, this.#most[configuration]!)
  }

  /** The least; a large number where it is not known. */
  least(configuration: number): number {
    return this.#least[configuration]!
  }

  #enter(): number {
    return this.table.enter(this.graph.next, this.graph.length)
  }

  /** Goes on from a configuration that is new. */
  #visit(configuration: number): void {
    if (configuration >= this.#most.length) {
      this.#most = grown(this.#most)
      this.#least = grown(this.#least)
    }
    const { graph } = this
    const { states, stopped } = this.#limits
    this.#most[configuration] = OPEN
    this.#least[configuration] = INFINITE
    const length = this.table.read(configuration, this.#numbers)
    const places = graph.choices(this.#numbers, length)
    this.#frames.push({ configuration, places, tried: 0, gain: 0, letter: 0 })
    if (graph.isFinal(this.#numbers, length)) this.#count(configuration, 0, 0)
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
    frame.gain = graph.gain
    frame.letter = graph.letter
    if (graph.failure !== null) {
      this.#count(frame.configuration, 0, 0)
      this.#listener.failure?.(graph.failure, () => [...this.#path(), frame.letter])
      return
    }
    const size = table.size
    const next = this.#enter()
    this.#listener.sent?.(graph.sends)
    if (next === size) this.#visit(next)
    else if (this.#most[next] === OPEN) this.endless = true
    else this.#add(frame, next)
  }

  #close({ configuration }: Frame): void {
    if (this.#most[configuration] === OPEN) this.#most[configuration] = 0
    if (this.#listener.closed !== undefined) {
      const length = this.table.read(configuration, this.#numbers)
      this.#listener.closed(configuration, this.#numbers, length)
    }
    this.#frames.pop()
    const before = this.#frames[this.#frames.length - 1]
    if (before !== undefined) this.#add(before, configuration)
  }

  /** The latest step of a frame has led to a configuration from which all is known. */
  #add({ configuration, gain, letter }: Frame, next: number): void {
    this.#listener.edge?.(configuration, letter, next)
    const least = this.#least[next]!
    this.#count(configuration, gain + this.#most[next]!, least === INFINITE ? least : gain + least)
  }

  #count(configuration: number, most: number, least: number): void {
    if (most > this.#most[configuration]!) this.#most[configuration] = most
    if (least < this.#least[configuration]!) this.#least[configuration] = least
  }
}
