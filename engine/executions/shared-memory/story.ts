import type { SharedConfiguration, SharedStep } from '../../shared-memory/formal/index.ts'
import type { AnySharedAlgorithm } from '../../shared-memory/index.ts'
import type { StoryScope } from '../story.ts'
import type { CheckedStep } from './checker.ts'
import type { SharedEnd, SharedHeader } from './format.ts'
import type { Remote } from './references.ts'

/** A step with what pictures show of it. */
export interface SharedMoment {
  /** From 1. */
  readonly number: number
  /** When; null where steps have no times. */
  readonly time: number | null
  readonly step: SharedStep
  readonly remote: Remote
  /** By variable, the values after it. */
  readonly values: readonly unknown[]
}

/** A part of an execution on shared memory as pictures show it. */
export interface SharedStory {
  readonly header: SharedHeader
  readonly algorithm: AnySharedAlgorithm
  /** The processors shown, in order. */
  readonly processors: readonly number[]
  /** The configuration before the first step that is shown. */
  readonly first: SharedConfiguration
  readonly moments: readonly SharedMoment[]
  /** The last line of the record; null if the record is true only up to some step. */
  readonly end: SharedEnd | null
}

/** Collects a story from the steps of an execution. Keeps what is in scope, whose times are numbers of steps. */
export class SharedStoryCollector {
  readonly #scope: StoryScope
  readonly #moments: SharedMoment[] = []
  #first: SharedConfiguration | null = null
  #count = 0

  constructor(scope: StoryScope) {
    this.#scope = scope
  }

  /** How many steps there are to show so far. */
  get size(): number {
    return this.#moments.length
  }

  step({ step, remote, before, after, recorded, problem }: CheckedStep): void {
    if (problem !== null || step === null || remote === null) return
    const number = ++this.#count
    const { processors, from, to } = this.#scope
    if (number < from || number > to) return
    this.#first ??= before
    if (processors !== null && !processors.has(step.processor)) return
    this.#moments.push({ number, time: recorded.time, step, remote, values: after.values })
  }

  /** Null if there is nothing to show. */
  finish(header: SharedHeader, algorithm: AnySharedAlgorithm, end: SharedEnd | null): SharedStory | null {
    if (this.#first === null || this.#moments.length === 0) return null
    const { processors } = this.#scope
    const all = Array.from({ length: header.n }, (_, p) => p)
    return {
      header,
      algorithm,
      processors: all.filter((p) => processors?.has(p) ?? true),
      first: this.#first,
      moments: this.#moments,
      end,
    }
  }
}
