import type { SequentialObject } from '../objects/sequential-object.ts'
import { isPending, type Operation } from '../operations.ts'
import { valueKey } from '../same-value.ts'
import { OpenOperations } from './open-operations.ts'
import { contradicted, Transitions } from './transitions.ts'

/** An order of operations in which an object gives all the answers; that there is none; or that the budget is spent. */
export type LegalOrder =
  | { readonly kind: 'found'; readonly order: readonly Operation[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'undecided' }

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
  readonly #pending: readonly boolean[]
  readonly #observes: readonly boolean[]
  /** By pending operation, the number of what it asks; −1 for completed ones. */
  readonly #class: Int32Array
  /** How often each was taken. */
  readonly #taken: Uint16Array
  /** By what is done and the state: of pending operations, those taken on the ways that have led there. */
  readonly #seen = new Map<string, Uint16Array[]>()
  readonly #codes: number[] = []
  /** The completed operations whose answers an object can rule out; none where that is not worth the while. */
  readonly #awaited: readonly number[]
  readonly #done: Uint8Array

  constructor(lines: readonly (readonly Operation[])[], object: SequentialObject) {
    this.#operations = lines.flat()
    this.#transitions = new Transitions(this.#operations, object)
    let count = 0
    this.#open = new OpenOperations(
      this.#operations,
      lines.map((line) => line.map(() => count++)),
    )
    this.#pending = this.#operations.map(isPending)
    this.#observes = this.#operations.map((operation) => object.observes?.(operation) ?? false)
    const classes = new Map<string, number>()
    this.#class = Int32Array.from(this.#operations, (operation) => {
      if (!isPending(operation)) return -1
      const key = classKey(operation, object)
      if (!classes.has(key)) classes.set(key, classes.size)
      return classes.get(key)!
    })
    this.#taken = new Uint16Array(classes.size)
    this.#done = new Uint8Array(count)
    this.#awaited =
      this.#transitions.looksAhead && classes.size > 0
        ? [...this.#operations.keys()].filter((k) => !this.#pending[k])
        : []
  }

  run(stepsMax: number): LegalOrder {
    const states = [0]
    const order: number[] = []
    const choices = [this.#choices(0)]
    for (let steps = 0; this.#open.left > 0; ) {
      const k = choices.at(-1)!.pop()
      if (k === undefined) {
        const last = order.pop()
        if (last === undefined) return { kind: 'none' }
        this.#putBack(last)
        choices.pop()
        states.pop()
        continue
      }
      const state = this.#transitions.step(states.at(-1)!, k)
      this.#take(k)
      if (!this.#isNew(state) || this.#isHopeless(state)) {
        this.#putBack(k)
        continue
      }
      if (++steps > stepsMax) return { kind: 'undecided' }
      order.push(k)
      states.push(state)
      choices.push(this.#choices(state))
    }
    return { kind: 'found', order: order.map((k) => this.#operations[k]!) }
  }

  /** What may come next in a state and has its answer right, the first to be tried last: who was answered first. */
  #choices(state: number): number[] {
    const candidates: number[] = []
    this.#open.collect(candidates)
    const classes = new Set<number>()
    const legal: number[] = []
    for (const k of candidates) {
      const next = this.#transitions.step(state, k)
      if (next === contradicted) continue
      if (!this.#pending[k]) {
        if (this.#observes[k]) return [k]
        legal.push(k)
      } else if (next !== state && !classes.has(this.#class[k]!)) {
        classes.add(this.#class[k]!)
        legal.push(k)
      }
    }
    const place = (k: number) => this.#operations[k]!.responded
    return legal.sort((a, b) => (place(a) === place(b) ? b - a : place(b) - place(a)))
  }

  #take(k: number): void {
    this.#open.take(k, this.#pending[k]!)
    this.#done[k] = 1
    if (this.#pending[k]) this.#taken[this.#class[k]!]!++
  }

  #putBack(k: number): void {
    this.#open.putBack(k, this.#pending[k]!)
    this.#done[k] = 0
    if (this.#pending[k]) this.#taken[this.#class[k]!]!--
  }

  /** Whether nothing at least as good was tried before: as much done, the same state, and no more pending ones used up. */
  #isNew(state: number): boolean {
    const codes = this.#codes
    codes.length = 0
    codes.push(state >>> 16, state & 0xffff)
    this.#open.encode(codes)
    const key = String.fromCharCode(...codes)
    const before = this.#seen.get(key)
    if (before === undefined) {
      this.#seen.set(key, [this.#taken.slice()])
      return true
    }
    if (before.some((taken) => taken.every((count, i) => count <= this.#taken[i]!))) return false
    before.push(this.#taken.slice())
    return true
  }

  /** Whether the object can tell that some answer will never come. */
  #isHopeless(state: number): boolean {
    return this.#awaited.some((k) => this.#done[k] === 0 && !this.#transitions.mayFollow(state, k))
  }
}

const classKey = ({ operation, object: name, argument, processor }: Operation, object: SequentialObject) =>
  valueKey([name, operation, argument, object.byProcessor ? processor : null])
