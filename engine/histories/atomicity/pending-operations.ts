import type { SequentialObject } from '../objects/sequential-object.ts'
import type { Operation } from '../operations.ts'
import { valueKey } from '../same-value.ts'

/**
 * Operations without an answer, in classes of those on one line that ask the same: one is as good as another, so that
 * the first invoked that was not taken stands for all.
 */
export class PendingOperations {
  /** By class, how many were taken. */
  readonly taken: Uint16Array
  readonly #operations: readonly Operation[]
  /** By class, its members by their numbers in the order of their invocations. */
  readonly #members: readonly (readonly number[])[]
  readonly #line: readonly number[]
  readonly #classOf = new Map<number, number>()

  /** The pending operations of each line, by their numbers, in the order of their invocations. */
  constructor(
    operations: readonly Operation[],
    lines: readonly (readonly number[])[],
    object: SequentialObject,
  ) {
    const classes = new Map<string, { readonly line: number; readonly members: number[] }>()
    for (const [line, members] of lines.entries())
      for (const k of members) {
        const { object: name, operation, argument, processor } = operations[k]!
        const key = valueKey([line, name, operation, argument, object.byProcessor ? processor : null])
        if (!classes.has(key)) classes.set(key, { line, members: [] })
        classes.get(key)!.members.push(k)
      }
    const found = [...classes.values()]
    this.#operations = operations
    this.#members = found.map(({ members }) => members)
    this.#line = found.map(({ line }) => line)
    for (const [i, members] of this.#members.entries()) for (const k of members) this.#classOf.set(k, i)
    this.taken = new Uint16Array(found.length)
  }

  has(k: number): boolean {
    return this.#classOf.has(k)
  }

  /** Adds to a list one of each class that may come next: invoked before the horizon of its line. */
  collect(into: number[], horizon: (line: number) => number): void {
    for (const [i, members] of this.#members.entries()) {
      const k = members[this.taken[i]!]
      if (k !== undefined && this.#operations[k]!.invoked < horizon(this.#line[i]!)) into.push(k)
    }
  }

  /** Operation k, the first of its class, is taken, or with −1 put back. */
  add(k: number, count: 1 | -1): void {
    this.taken[this.#classOf.get(k)!]! += count
  }
}
