import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm, Message } from '../model/index.ts'
import type { Header } from './format.ts'
import type { Step } from './step.ts'
import { WitnessFinder } from './witness.ts'

/** A message on its way. */
export interface Arrow {
  readonly id: number
  readonly message: Message
  readonly from: number
  readonly to: number
  readonly sent: number
  readonly arrival: number
}

/** A part of an execution as pictures show it. */
export interface Story {
  readonly header: Header
  readonly algorithm: AnyAlgorithm
  readonly instance: ComputedInstance
  /** The processors shown, in order. */
  readonly processors: readonly number[]
  readonly from: number
  readonly to: number
  /** The computation events of these processors in this time. */
  readonly steps: readonly Step[]
  /** The messages between these processors that are in transit during this time. */
  readonly arrows: readonly Arrow[]
  /** The messages of the chain that realises the time. */
  readonly witness: ReadonlySet<number>
}

/** Which part of an execution a story is about. */
export interface StoryScope {
  /** Null: all. */
  readonly processors: ReadonlySet<number> | null
  readonly from: number
  readonly to: number
}

/** Collects a story from the steps of an execution. Keeps what is in scope. */
export class StoryCollector {
  readonly steps: Step[] = []
  readonly #arrows: Arrow[] = []
  readonly #scope: StoryScope
  readonly #instance: ComputedInstance
  readonly #finder = new WitnessFinder()
  #end = 0

  constructor(instance: ComputedInstance, scope: StoryScope) {
    this.#instance = instance
    this.#scope = scope
  }

  /** How much there is to show so far. */
  get size(): number {
    return this.steps.length + this.#arrows.length
  }

  step(step: Step): void {
    const { event, firstSent } = step
    const { time, processor, sent } = event
    this.#finder.event(event)
    this.#end = time
    if (time > this.#scope.to || !this.#shows(processor)) return
    if (time >= this.#scope.from) this.steps.push(step)
    for (const [i, { channel, message, arrival }] of sent.entries()) {
      const to = this.#instance.network.neighbor(processor, channel)
      if (arrival >= this.#scope.from && this.#shows(to))
        this.#arrows.push({ id: firstSent + i, message, from: processor, to, sent: time, arrival })
    }
  }

  finish(header: Header, algorithm: AnyAlgorithm): Story {
    const { n } = this.#instance.network
    return {
      header,
      algorithm,
      instance: this.#instance,
      processors: Array.from({ length: n }, (_, p) => p).filter((p) => this.#shows(p)),
      from: this.#scope.from,
      to: Math.min(this.#scope.to, this.#end),
      steps: this.steps,
      arrows: this.#arrows,
      witness: new Set(this.#finder.chain().map(({ message }) => message)),
    }
  }

  #shows(processor: number): boolean {
    return this.#scope.processors?.has(processor) ?? true
  }
}
