/**
 * A processor as a finite automaton. Whatever it computes locally is a function of its local state and of the value that
 * its access is told, so each such pair is computed once; from then on a step is a look into a table.
 */
import { ModelError } from '../../errors.ts'
import {
  accesses,
  doesNotOffer,
  mayNotRead,
  mayNotWrite,
  noAccess,
  noSuchLine,
  outOfRange,
} from '../memory/faults.ts'
import { Described, handlesFor, kindNumbers, modified } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import { LineError } from '../memory/program.ts'
import type { Declarations, LineNumber, ReadModifyWrite, Variables } from '../model/index.ts'
import { type Course, type Crossing, type Local, remainder } from './course.ts'

/** The automaton of one processor. Its local states are numbered as they are found; the first is 0. */
export class Automaton {
  readonly locals: Local[] = []
  readonly sections: number[] = []
  /** By local state: the kind of its next access; −1 if it takes no more steps. */
  readonly codes: number[] = []
  /** By local state: the variable of its next access. */
  readonly variables: number[] = []
  readonly #processor: number
  readonly #layout: Layout
  readonly #course: Course
  readonly #known = new Map<string, number>()
  readonly #access = new Described()
  readonly #handles: Variables<Declarations>
  /** By local state, then by value less the least one: the local state after the step, and the value after it. */
  readonly #next: number[][] = []
  readonly #after: number[][] = []

  /** What crosses the interface with some step, by its number; 0 is nothing. */
  readonly crossings: (Crossing | null)[] = [null]
  readonly #crossingOf = new Map<string, number>()
  /** By local state, then by value less the least one: the number of what crosses with the step. */
  readonly #crossings: number[][] = []

  constructor(processor: number, layout: Layout, course: Course) {
    this.#processor = processor
    this.#layout = layout
    this.#course = course
    this.#handles = handlesFor(layout, this.#access)
    this.#number(course.first(processor))
  }

  /** The local state after a step from one in which its variable held `value`, or a flip told it; `min` is the least value. */
  next(local: number, value: number, min: number): number {
    const found = this.#next[local]![value - min]
    return found === undefined ? this.#step(local, value, min) : found
  }

  /** The value of the variable after that step, which `next` was asked for. */
  after(local: number, value: number, min: number): number {
    return this.#after[local]![value - min]!
  }

  /** The number of what crosses the interface with that step. */
  crossing(local: number, value: number, min: number): number {
    return this.#crossings[local]![value - min] ?? 0
  }

  /** The name of the operation that is under way in a local state, or comes next. */
  operationAt(local: number): string {
    return this.#course.operationAt(this.locals[local]!)
  }

  /** What was thrown in a step from a local state, with the place. */
  errorAt(algorithm: string, local: number, error: unknown): LineError {
    const { line } = this.locals[local]!
    const reason = error instanceof ModelError ? error.message : `throws: ${String(error)}`
    return new LineError(algorithm, this.#processor, this.operationAt(local), line, reason, error)
  }

  /** Throws a ModelError that completes “p_1, acquire line 3 …” if the line does what it may not. */
  #step(local: number, value: number, min: number): number {
    const from = this.locals[local]!
    const state = structuredClone(from.state)
    const access = this.#describe(from, state)
    const variable = this.#layout.variables[access.variable]!
    this.#assertMay(access)
    const isRead = access.code <= kindNumbers.await || access.code === kindNumbers.flip
    const isWrite = access.code === kindNumbers.write
    const after = isRead ? value : isWrite ? access.value : modified(access, value)
    if (!(after >= variable.min && after <= variable.max && Number.isInteger(after)))
      throw new ModelError(outOfRange(variable, after))
    const inVain = access.code === kindNumbers.await && !access.condition(value)
    const next = inVain ? from.line : lineAfter(access, value)
    if (next !== 0 && !this.#course.hasLine(from, next))
      throw new ModelError(noSuchLine(next, this.operationAt(local)))
    const crossing = this.#course.crossing(from, next, state)
    if (crossing !== null) this.#crossings[local]![value - min] = this.#numberOf(crossing)
    const to = this.#number(this.#course.moved(this.#processor, from, next, state))
    this.#next[local]![value - min] = to
    this.#after[local]![value - min] = after
    return to
  }

  #describe(local: Local, state: object): Described {
    const access = this.#access
    access.count = 0
    if (this.#course.lineAt(local)(state, this.#handles) !== access) throw new ModelError(noAccess)
    if (access.count !== 1) throw new ModelError(accesses(access.count))
    return access
  }

  #assertMay({ code, kind, variable }: Described): void {
    const layout = this.#layout.variables[variable]!
    const { readers, writers, offers } = layout
    const p = this.#processor
    if (code === kindNumbers.flip) return
    if (code !== kindNumbers.write && readers?.includes(p) === false) throw new ModelError(mayNotRead(layout))
    if (code > kindNumbers.await && writers?.includes(p) === false) throw new ModelError(mayNotWrite(layout))
    if (code > kindNumbers.write && !offers.includes(kind as ReadModifyWrite))
      throw new ModelError(doesNotOffer(layout, kind))
  }

  #numberOf(crossing: Crossing): number {
    const key = JSON.stringify(crossing)
    let number = this.#crossingOf.get(key)
    if (number === undefined) {
      number = this.crossings.length
      this.#crossingOf.set(key, number)
      this.crossings.push(crossing)
    }
    return number
  }

  /** The number of a local state. */
  #number(local: Local): number {
    const key = JSON.stringify(local)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const finished = local.section === remainder && local.passagesLeft === 0
    // Throws where there is no such access, and then there is no such local state.
    const code = finished ? -1 : this.#describe(local, structuredClone(local.state)).code
    const number = this.locals.length
    this.#known.set(key, number)
    this.locals.push(local)
    this.sections.push(local.section)
    this.#next.push([])
    this.#after.push([])
    this.#crossings.push([])
    this.codes.push(code)
    this.variables.push(finished ? 0 : this.#access.variable)
    return number
  }
}

const lineAfter = ({ next }: Described, value: number): LineNumber =>
  typeof next === 'number' ? next : (next as (value: number) => LineNumber)(value)
