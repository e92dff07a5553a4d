/**
 * The triggers that executions have, as far as is known, which of them one execution can have in which order, and which
 * can come while another is in transit: the assumptions on which the reduction rests.
 */
export class Repertoire {
  /** By processor. */
  readonly #triggers: number[][]
  /** By trigger: those that some execution has after it. */
  readonly #after = new Map<number, Set<number>>()
  /** By state and trigger in transit: the triggers that can come to any processor from there on. */
  readonly #futures: (Set<number> | undefined)[][] = []

  constructor(n: number) {
    this.#triggers = Array.from({ length: n }, () => [])
  }

  of(processor: number): readonly number[] {
    return this.#triggers[processor]!
  }

  get all(): readonly number[] {
    return [...this.#after.keys()]
  }

  /** Whether some execution has the trigger `later` after the trigger `earlier`. */
  canFollow(earlier: number, later: number): boolean {
    return this.#after.get(earlier)!.has(later)
  }

  /** Whether a trigger can still come where a processor is in a state and another trigger is in transit to it. */
  canCome(state: number, inTransit: number, trigger: number): boolean {
    return this.#futures[state]?.[inTransit]?.has(trigger) ?? false
  }

  /** True if it was not known. */
  addFuture(state: number, inTransit: number, trigger: number): boolean {
    const futures = (this.#futures[state] ??= [])
    const future = (futures[inTransit] ??= new Set())
    if (future.has(trigger)) return false
    future.add(trigger)
    return true
  }

  /** True if it was not known. */
  add(trigger: number, processor: number): boolean {
    if (this.#after.has(trigger)) return false
    this.#after.set(trigger, new Set())
    this.#triggers[processor]!.push(trigger)
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
