import type { SequentialObject } from '../objects/sequential-object.ts'
import { isPending, type Operation } from '../operations.ts'
import { OpenOperations } from './open-operations.ts'
import { PendingOperations } from './pending-operations.ts'
import { contradicted, Transitions } from './transitions.ts'

/** An order of operations in which an object gives all the answers; that there is none; or that the budget is spent. */
export type LegalOrder =
  | { readonly kind: 'found'; readonly order: readonly Operation[]; readonly steps: number }
  | { readonly kind: 'none' | 'undecided'; readonly steps: number }

/**
 * Looks for an order in which a sequential object gives all the answers that were given. Each line lists operations in
 * the order of their invocations: where one was answered before another one of its line was invoked, it comes first.
 * All completed operations are in the order, pending ones where they help.
 *
 * After Wing and Gong (1993) with the memory of Lowe (2017): what was done and the state that it has led to are not
 * looked at twice. Three things more are sound, and make operations without an answer cheap. An operation that never
 * changes anything and has its answer right can come at once. Of pending operations that ask the same, the first may stand for
 * all. And where the same state was reached by fewer of them in vain, more are not tried.
 */
export function legalOrder(
  lines: readonly (readonly Operation[])[],
  object: SequentialObject,
  stepsMax: number,
): LegalOrder {
  return new Search(lines, object).run(stepsMax)
}

class Search {
  readonly #operations: readonly Operation[]
  readonly #transitions: Transitions
  readonly #open: OpenOperations
  readonly #pending: PendingOperations
  readonly #observes: readonly boolean[]
  readonly #done: Uint8Array
  /** By what is done and the state: how many of the pending operations were taken on the ways that have led there. */
  readonly #seen = new Map<string, Uint16Array[]>()
  readonly #codes: number[] = []
  /** Steps of the object that were looked at. */
  #steps = 0

  constructor(lines: readonly (readonly Operation[])[], object: SequentialObject) {
    const operations = lines.flat()
    let count = 0
    const numbered = lines.map((line) => line.map(() => count++))
    const those = (pending: boolean) =>
      numbered.map((line) => line.filter((k) => isPending(operations[k]!) === pending))
    this.#operations = operations
    this.#transitions = new Transitions(operations, object, lines.length === 1)
    this.#open = new OpenOperations(operations, those(false))
    this.#pending = new PendingOperations(operations, those(true), object)
    this.#observes = operations.map((operation) => object.observes?.(operation) ?? false)
    this.#done = new Uint8Array(count)
  }

  run(stepsMax: number): LegalOrder {
    const states = [0]
    const order: number[] = []
    const choices = [this.#choices(0)]
    while (this.#open.left > 0) {
      const k = choices.at(-1)!.pop()
      if (k === undefined) {
        const last = order.pop()
        if (last === undefined) return { kind: 'none', steps: this.#steps }
        this.#putBack(last)
        choices.pop()
        states.pop()
        continue
      }
      if (this.#steps > stepsMax) return { kind: 'undecided', steps: this.#steps }
      const state = this.#transitions.step(states.at(-1)!, k)
      this.#take(k)
      if (this.#isNew(state) && this.#transitions.hasProspects(state, this.#isDone)) {
        order.push(k)
        states.push(state)
        choices.push(this.#choices(state))
      } else this.#putBack(k)
    }
    return { kind: 'found', order: order.map((k) => this.#operations[k]!), steps: this.#steps }
  }

  readonly #isDone = (k: number): boolean => this.#done[k] === 1

  /** What may come next in a state and has its answer right, the first to be tried last: who was answered first. */
  #choices(state: number): number[] {
    const candidates: number[] = []
    this.#open.collect(candidates)
    const legal: number[] = []
    for (const k of candidates) {
      if (this.#transitions.step(state, k) === contradicted) continue
      if (this.#observes[k]) {
        this.#steps++
        return [k]
      }
      legal.push(k)
    }
    legal.sort((a, b) => this.#operations[b]!.responded - this.#operations[a]!.responded)
    const pending: number[] = []
    this.#pending.collect(pending, (line) => this.#open.horizon(line))
    this.#steps += candidates.length + pending.length
    return [...pending.filter((k) => this.#transitions.step(state, k) !== state).reverse(), ...legal]
  }

  #take(k: number): void {
    this.#done[k] = 1
    if (this.#pending.has(k)) this.#pending.add(k, 1)
    else this.#open.take(k)
  }

  #putBack(k: number): void {
    this.#done[k] = 0
    if (this.#pending.has(k)) this.#pending.add(k, -1)
    else this.#open.putBack(k)
  }

  /** Whether nothing at least as good was tried before: as much done, the same state, and no more pending ones used up. */
  #isNew(state: number): boolean {
    const codes = this.#codes
    codes.length = 0
    codes.push(state >>> 16, state & 0xffff)
    this.#open.encode(codes)
    const key = String.fromCharCode(...codes)
    const { taken } = this.#pending
    const before = this.#seen.get(key)
    if (before === undefined) {
      this.#seen.set(key, [taken.slice()])
      return true
    }
    if (before.some((fewer) => fewer.every((count, i) => count <= taken[i]!))) return false
    before.push(taken.slice())
    return true
  }
}
