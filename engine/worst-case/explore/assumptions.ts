import { Streams } from '../../random.ts'
import { grown } from '../../typed-arrays.ts'
import { Alphabet } from './alphabet.ts'
import type { LocalSteps } from './local-steps.ts'
import { ScheduleGraph, type ScheduleRules } from './schedule-graph.ts'

/** A guess at the alphabet, from some random schedules; a search that relies on it finds out what is missing. */
export function guessAlphabet(
  steps: LocalSteps,
  rules: Omit<ScheduleRules, 'stable' | 'timed'>,
  letters: readonly number[],
): Alphabet {
  const alphabet = new Alphabet(steps.initial.length)
  for (const letter of letters) alphabet.add(letter, steps.letters[letter]!.processor)
  const graph = new ScheduleGraph(steps, { ...rules, timed: false, stable: null })
  for (let i = 0; i < guesses; i++) {
    const random = new Streams(0).stream('schedule', i)
    const path: { readonly numbers: Int32Array; readonly letter: number }[] = []
    graph.begin(letters)
    while (path.length < stepsMax) {
      const numbers = graph.next.slice(0, graph.length)
      const places = graph.choices(numbers, numbers.length)
      if (places.length === 0) break
      graph.take(numbers, numbers.length, places[random.integer(places.length)]!)
      if (graph.failure !== null) break
      path.push({ numbers, letter: graph.letter })
      for (const letter of graph.sends) alphabet.add(letter, steps.letters[letter]!.processor)
    }
    const future = new Set<number>()
    for (const { numbers, letter } of path.reverse()) {
      for (const later of future) alphabet.addPair(letter, later)
      future.add(letter)
      for (let place = graph.n; place < numbers.length; place++) {
        const inTransit = numbers[place]! >> 1
        const state = numbers[steps.letters[inTransit]!.processor]!
        for (const later of future) alphabet.addFuture(state, inTransit, later)
      }
    }
  }
  return alphabet
}

const [guesses, stepsMax] = [4, 2000] as const

/**
 * Checks, during a search, that the alphabet is complete; adds what is missing. Keeps, for each configuration, the set
 * of letters that can still be processed.
 */
export class AlphabetCheck {
  /** Whether the alphabet was complete so far. */
  complete = true
  readonly #steps: LocalSteps
  readonly #alphabet: Alphabet
  /** The letters of the alphabet as it was, and the place of each among them: a bit in the sets. */
  readonly #letters: readonly number[]
  readonly #places: ReadonlyMap<number, number>
  readonly #words: number
  /** By configuration: those that can still come. */
  #futures: Int32Array
  /** By letter: those known to come after it. */
  readonly #after: Int32Array
  /** By state, by letter in transit: those known to come from there on. */
  readonly #known: (Int32Array | undefined)[][] = []

  constructor(steps: LocalSteps, alphabet: Alphabet) {
    this.#steps = steps
    this.#alphabet = alphabet
    this.#letters = alphabet.all
    this.#places = new Map(this.#letters.map((letter, place) => [letter, place]))
    this.#words = (this.#letters.length + 31) >> 5
    this.#futures = new Int32Array(this.#words << 8)
    this.#after = new Int32Array(this.#words * this.#letters.length)
    for (const [place, letter] of this.#letters.entries())
      this.#after.set(
        this.#bits((later) => alphabet.canFollow(letter, later)),
        place * this.#words,
      )
  }

  #bits(has: (letter: number) => boolean): Int32Array {
    const bits = new Int32Array(this.#words)
    for (const [place, letter] of this.#letters.entries())
      if (has(letter)) bits[place >> 5]! |= 1 << (place & 31)
    return bits
  }

  sent(letters: readonly number[]): void {
    for (const letter of letters)
      if (this.#alphabet.add(letter, this.#steps.letters[letter]!.processor)) this.complete = false
  }

  /** The letter leads from one configuration to another, all of whose continuations are known. */
  edge(from: number, letter: number, to: number): void {
    const place = this.#places.get(letter)
    // A letter that is new: the alphabet is not complete anyway.
    if (place === undefined) return
    const words = this.#words
    while ((Math.max(from, to) + 1) * words > this.#futures.length) this.#futures = grown(this.#futures)
    const futures = this.#futures
    for (let i = 0; i < words; i++) {
      const later = futures[to * words + i]!
      const missing = later & ~this.#after[place * words + i]!
      if (missing !== 0) {
        this.#after[place * words + i]! |= missing
        for (const other of this.#learn(i, missing)) this.#alphabet.addPair(letter, other)
      }
      futures[from * words + i]! |= later
    }
    futures[from * words + (place >> 5)]! |= 1 << (place & 31)
  }

  /** All that can come after a configuration is known. */
  closed(configuration: number, numbers: Int32Array, length: number): void {
    const words = this.#words
    const { letters } = this.#steps
    for (let at = this.#steps.initial.length; at < length; at++) {
      const inTransit = numbers[at]! >> 1
      const state = numbers[letters[inTransit]!.processor]!
      const rows = (this.#known[state] ??= [])
      const known = (rows[inTransit] ??= this.#bits((letter) =>
        this.#alphabet.canCome(state, inTransit, letter),
      ))
      for (let i = 0; i < words; i++) {
        const missing = this.#futures[configuration * words + i]! & ~known[i]!
        if (missing === 0) continue
        known[i]! |= missing
        for (const other of this.#learn(i, missing)) this.#alphabet.addFuture(state, inTransit, other)
      }
    }
  }

  /** The letters of some bits of a word, which are missing in the alphabet. */
  #learn(word: number, missing: number): number[] {
    this.complete = false
    const letters: number[] = []
    for (let bit = 0; bit < 32; bit++)
      if ((missing >>> bit) & 1) letters.push(this.#letters[32 * word + bit]!)
    return letters
  }
}
