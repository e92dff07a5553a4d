/**
 * The letters that executions have, as far as is known, which of them one execution can have in which order, and which
 * can come while another is in transit: the assumptions on which the reduction rests.
 */
export class Alphabet {
  /** By processor. */
  readonly #letters: number[][]
  /** By letter: those that some execution has after it. */
  readonly #after = new Map<number, Set<number>>()
  /** By state and letter in transit: the letters that can come to any processor from there on. */
  readonly #futures: (Set<number> | undefined)[][] = []

  constructor(n: number) {
    this.#letters = Array.from({ length: n }, () => [])
  }

  of(processor: number): readonly number[] {
    return this.#letters[processor]!
  }

  get all(): readonly number[] {
    return [...this.#after.keys()]
  }

  /** Whether some execution has the letter `later` after the letter `earlier`. */
  canFollow(earlier: number, later: number): boolean {
    return this.#after.get(earlier)!.has(later)
  }

  /** Whether a letter can still come where a processor is in a state and another letter is in transit to it. */
  canCome(state: number, inTransit: number, letter: number): boolean {
    return this.#futures[state]?.[inTransit]?.has(letter) ?? false
  }

  /** True if it was not known. */
  addFuture(state: number, inTransit: number, letter: number): boolean {
    const futures = (this.#futures[state] ??= [])
    const future = (futures[inTransit] ??= new Set())
    if (future.has(letter)) return false
    future.add(letter)
    return true
  }

  /** True if it was not known. */
  add(letter: number, processor: number): boolean {
    if (this.#after.has(letter)) return false
    this.#after.set(letter, new Set())
    this.#letters[processor]!.push(letter)
    return true
  }

  /** True if it was not known. */
  addPair(earlier: number, later: number): boolean {
    const after = this.#after.get(earlier)!
    if (after.has(later)) return false
    after.add(later)
    return true
  }
}
