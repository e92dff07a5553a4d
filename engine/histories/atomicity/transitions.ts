import type { Prospects, SequentialObject } from '../objects/sequential-object.ts'
import { forgotten, isPending, type Operation } from '../operations.ts'
import { sameValue, valueKey } from '../same-value.ts'

/** What a step that contradicts an answer leads to. */
export const contradicted = -1

/** In the place of an answer that is asked for: any will do but some. */
export class AnyBut {
  readonly refused: readonly unknown[]

  constructor(refused: readonly unknown[]) {
    this.refused = refused
  }
}

/**
 * The states of one sequential object or of several independent ones as small numbers, 0 the initial one, and the steps
 * between them. Every step is computed once.
 */
export class Transitions {
  readonly operations: readonly Operation[]
  readonly #object: SequentialObject
  readonly #values: unknown[] = []
  readonly #valueOf = new Map<string, number>()
  readonly #valueSteps = new Map<number, number>()
  /** For each state, the value of each object. */
  readonly #states: (readonly number[])[] = []
  readonly #stateOf = new Map<string, number>()
  readonly #steps = new Map<number, number>()
  /** By operation, the number of its object. */
  readonly #place: readonly number[]
  readonly #numberOf: ReadonlyMap<Operation, number>
  readonly #prospects: readonly Prospects[] | undefined

  /** Not timed: an operation may come after one that was invoked when it had been answered. */
  constructor(operations: readonly Operation[], object: SequentialObject, isTimed: boolean) {
    this.operations = operations
    this.#object = object
    const names = [...new Set(operations.map((operation) => operation.object))]
    const places = new Map(names.map((name, place) => [name, place]))
    this.#place = operations.map((operation) => places.get(operation.object)!)
    const known = operations.map((each) => asProspectsSee(each, isTimed))
    this.#numberOf = new Map(known.map((each, k) => [each, k]))
    this.#prospects =
      object.prospects && names.map((name) => object.prospects!(known.filter((each) => each.object === name)))
    const initial = this.#value(object.initial)
    this.#state(names.map(() => initial))
  }

  /** The state after operation k; `contradicted` if its answer would be another. */
  step(state: number, k: number): number {
    const key = state * this.operations.length + k
    let next = this.#steps.get(key)
    if (next === undefined) this.#steps.set(key, (next = this.#take(state, k)))
    return next
  }

  /** Whether all answers are still possible from a state, as far as its objects can tell. */
  hasProspects(state: number, isDone: (k: number) => boolean): boolean {
    if (this.#prospects === undefined) return true
    const values = this.#states[state]!
    const done = (operation: Operation) => isDone(this.#numberOf.get(operation)!)
    return this.#prospects.every((test, place) => test(this.#values[values[place]!], done))
  }

  /** What operation k answers in a state. */
  resultOf(state: number, k: number): unknown {
    const { operation, argument, processor } = this.operations[k]!
    const value = this.#values[this.#states[state]![this.#place[k]!]!]
    return this.#object.apply(value, operation, argument, processor).result
  }

  #take(state: number, k: number): number {
    const values = this.#states[state]!
    const place = this.#place[k]!
    const value = this.#valueStep(values[place]!, k)
    if (value === contradicted) return contradicted
    return value === values[place] ? state : this.#state(values.with(place, value))
  }

  #valueStep(value: number, k: number): number {
    const key = value * this.operations.length + k
    let next = this.#valueSteps.get(key)
    if (next === undefined) {
      const asked = this.operations[k]!
      const { operation, argument, processor, result } = asked
      const step = this.#object.apply(this.#values[value], operation, argument, processor)
      const agrees = isPending(asked) || step.result === undefined || agree(step.result, result)
      this.#valueSteps.set(key, (next = agrees ? this.#value(step.state) : contradicted))
    }
    return next
  }

  #value(value: unknown): number {
    const key = typeof value === 'string' ? value : `\0${valueKey(value)}`
    let number = this.#valueOf.get(key)
    if (number === undefined) {
      this.#valueOf.set(key, (number = this.#values.length))
      this.#values.push(value)
    }
    return number
  }

  #state(values: readonly number[]): number {
    const key = values.join()
    let number = this.#stateOf.get(key)
    if (number === undefined) {
      this.#stateOf.set(key, (number = this.#states.length))
      this.#states.push(values)
    }
    return number
  }
}

const agree = (due: unknown, given: unknown): boolean =>
  given instanceof AnyBut ? !given.refused.some((value) => sameValue(value, due)) : sameValue(due, given)

/** An answer that is asked for says as little as one that has not come; where times do not count there are none. */
function asProspectsSee(operation: Operation, isTimed: boolean): Operation {
  if (operation.result instanceof AnyBut) return forgotten(operation)
  return isTimed || isPending(operation)
    ? operation
    : { ...operation, invoked: 0, responded: Number.MAX_SAFE_INTEGER }
}
