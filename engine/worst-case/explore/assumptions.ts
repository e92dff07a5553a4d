import { Streams } from '../../random.ts'
import { grown } from '../../typed-arrays.ts'
import type { LocalSteps } from './local-steps.ts'
import { Repertoire } from './repertoire.ts'
import { ScheduleGraph, type ScheduleRules } from './schedule-graph.ts'

/** A guess at the repertoire, from some random schedules; a search that relies on it finds out what is missing. */
export function guessTriggers(
  steps: LocalSteps,
  rules: Omit<ScheduleRules, 'stable' | 'timed'>,
  triggers: readonly number[],
): Repertoire {
  const repertoire = new Repertoire(steps.initial.length)
  for (const trigger of triggers) repertoire.add(trigger, steps.triggers[trigger]!.processor)
  const graph = new ScheduleGraph(steps, { ...rules, timed: false, stable: null })
  for (let i = 0; i < guesses; i++) {
    const random = new Streams(0).stream('schedule', i)
    const path: { readonly numbers: Int32Array; readonly trigger: number }[] = []
    graph.begin(triggers)
    while (path.length < stepsMax) {
      const numbers = graph.next.slice(0, graph.length)
      const places = graph.choices(numbers, numbers.length)
      if (places.length === 0) break
      graph.take(numbers, numbers.length, places[random.integer(places.length)]!)
      if (graph.failure !== null) break
      path.push({ numbers, trigger: graph.trigger })
      repertoire.add(graph.trigger, steps.triggers[graph.trigger]!.processor)
      for (const trigger of graph.sends) repertoire.add(trigger, steps.triggers[trigger]!.processor)
    }
    const future = new Set<number>()
    for (const { numbers, trigger } of path.reverse()) {
      for (const later of future) repertoire.addPair(trigger, later)
      future.add(trigger)
      for (let place = graph.n; place < numbers.length; place++) {
        const inTransit = numbers[place]! >> 1
        const state = numbers[steps.triggers[inTransit]!.processor]!
        for (const later of future) repertoire.addFuture(state, inTransit, later)
      }
    }
  }
  return repertoire
}

const [guesses, stepsMax] = [4, 2000] as const

/**
 * Checks, during a search, that the repertoire is complete; adds what is missing. Keeps, for each configuration, the set
 * of triggers that can still be processed.
 */
export class RepertoireCheck {
  /** Whether the repertoire was complete so far. */
  complete = true
  readonly #steps: LocalSteps
  readonly #repertoire: Repertoire
  /** The triggers of the repertoire as it was, and the place of each among them: a bit in the sets. */
  readonly #triggers: readonly number[]
  readonly #places: ReadonlyMap<number, number>
  readonly #words: number
  /** By configuration: those that can still come. */
  #futures: Int32Array
  /** By trigger: those known to come after it. */
  readonly #after: Int32Array
  /** By state, by trigger in transit: those known to come from there on. */
  readonly #known: (Int32Array | undefined)[][] = []

  constructor(steps: LocalSteps, repertoire: Repertoire) {
    this.#steps = steps
    this.#repertoire = repertoire
    this.#triggers = repertoire.all
    this.#places = new Map(this.#triggers.map((trigger, place) => [trigger, place]))
    this.#words = (this.#triggers.length + 31) >> 5
    this.#futures = new Int32Array(this.#words << 8)
    this.#after = new Int32Array(this.#words * this.#triggers.length)
    for (const [place, trigger] of this.#triggers.entries())
      this.#after.set(
        this.#bits((later) => repertoire.canFollow(trigger, later)),
        place * this.#words,
      )
  }

  #bits(has: (trigger: number) => boolean): Int32Array {
    const bits = new Int32Array(this.#words)
    for (const [place, trigger] of this.#triggers.entries())
      if (has(trigger)) bits[place >> 5]! |= 1 << (place & 31)
    return bits
  }

  sent(triggers: readonly number[]): void {
    for (const trigger of triggers)
      if (this.#repertoire.add(trigger, this.#steps.triggers[trigger]!.processor)) this.complete = false
  }

  /** The trigger leads from one configuration to another, all of whose continuations are known. */
  edge(from: number, trigger: number, to: number): void {
    const place = this.#places.get(trigger)
    // A trigger that is new: the repertoire is not complete anyway.
    if (place === undefined) return
    const words = this.#words
    while ((Math.max(from, to) + 1) * words > this.#futures.length) this.#futures = grown(this.#futures)
    const futures = this.#futures
    for (let i = 0; i < words; i++) {
      const later = futures[to * words + i]!
      const missing = later & ~this.#after[place * words + i]!
      if (missing !== 0) {
        this.#after[place * words + i]! |= missing
        for (const other of this.#learn(i, missing)) this.#repertoire.addPair(trigger, other)
      }
      futures[from * words + i]! |= later
    }
    futures[from * words + (place >> 5)]! |= 1 << (place & 31)
  }

  /** All that can come after a configuration is known. */
  closed(configuration: number, numbers: Int32Array, length: number): void {
    const words = this.#words
    const { triggers } = this.#steps
    for (let at = this.#steps.initial.length; at < length; at++) {
      const inTransit = numbers[at]! >> 1
      const state = numbers[triggers[inTransit]!.processor]!
      const rows = (this.#known[state] ??= [])
      const known = (rows[inTransit] ??= this.#bits((trigger) =>
        this.#repertoire.canCome(state, inTransit, trigger),
      ))
      for (let i = 0; i < words; i++) {
        const missing = this.#futures[configuration * words + i]! & ~known[i]!
        if (missing === 0) continue
        known[i]! |= missing
        for (const other of this.#learn(i, missing)) this.#repertoire.addFuture(state, inTransit, other)
      }
    }
  }

  /** The triggers of some bits of a word, which are missing in the repertoire. */
  #learn(word: number, missing: number): number[] {
    this.complete = false
    const triggers: number[] = []
    for (let bit = 0; bit < 32; bit++)
      if ((missing >>> bit) & 1) triggers.push(this.#triggers[32 * word + bit]!)
    return triggers
  }
}
