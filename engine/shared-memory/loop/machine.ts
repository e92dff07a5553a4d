/**
 * The state of a run and its one kind of event: a step, which is an access to a shared variable and the local computation
 * after it. The literal form of the same stands in `formal`.
 */
import { Caches } from '../memory/caches.ts'
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
import { LineError, type Program } from '../memory/program.ts'
import { undeclaredIn } from '../memory/undeclared.ts'
import {
  type Declarations,
  type LineNumber,
  passage,
  type ReadModifyWrite,
  type SharedMemoryAlgorithm,
  type Variables,
} from '../model/index.ts'
import { at, Ledger } from './ledger.ts'

/** Where a processor is in its passage. Between its phases it has an operation under way. */
export const phases = { remainder: 0, entry: 1, critical: 2, exit: 3 } as const

/** Told of operations as they begin and end. */
export interface OperationListener {
  begins(processor: number, operation: number): void
  ends(processor: number, operation: number): void
}

/** The processors and the memory of a run. */
export class SharedMachine {
  readonly algorithm: SharedMemoryAlgorithm
  readonly layout: Layout
  readonly program: Program
  readonly states: object[]
  readonly phases: Uint8Array
  /** By processor, the line of its next step; that of a passage which has not begun is 1. */
  readonly lines: Int32Array
  readonly passagesLeft: Int32Array
  readonly values: number[]
  /** By variable, the largest value that it had. */
  readonly largest: number[]
  readonly ledger: Ledger
  /** Steps taken since one that was no wait in vain. */
  idle = 0
  /** Who takes a step; −1 before the first. */
  stepping = -1
  /** Who is in the critical section. */
  readonly critical = new Set<number>()
  readonly #access = new Described()
  readonly #variables: Variables<Declarations>
  readonly #caches: Caches
  /** By variable; −1 for no home. */
  readonly #homes: Int32Array
  readonly #restricted: boolean
  readonly #doorwayEnds: LineNumber
  readonly #listener: OperationListener | null

  constructor(
    algorithm: SharedMemoryAlgorithm,
    layout: Layout,
    program: Program,
    passagesLeft: Int32Array,
    listener: OperationListener | null,
  ) {
    const n = passagesLeft.length
    this.algorithm = algorithm
    this.layout = layout
    this.program = program
    this.states = Array.from({ length: n }, (_, i) => algorithm.initially({ i, n }))
    this.phases = new Uint8Array(n)
    this.lines = new Int32Array(n).fill(1)
    this.passagesLeft = passagesLeft
    this.values = layout.variables.map(({ initial }) => initial)
    this.largest = [...this.values]
    this.ledger = new Ledger(n)
    this.#variables = handlesFor(layout, this.#access)
    this.#caches = new Caches(layout.variables.length, n)
    this.#homes = Int32Array.from(layout.variables, ({ home }) => home ?? -1)
    this.#restricted = layout.variables.some(({ writers, readers }) => writers !== null || readers !== null)
    this.#doorwayEnds = algorithm.doorwayEnds ?? 0
    this.#listener = listener
  }

  /** The next step of a processor, which must have passages to do. */
  step(p: number): void {
    this.stepping = p
    const operation = this.phases[p]! >> 1
    const access = this.describe(p, this.states[p]!)
    if ((this.phases[p]! & 1) === 0) this.#begin(p, operation)
    const { counted } = this.ledger
    const own = p << 3
    const { variable, code } = access
    const before = this.values[variable]!
    counted[own + at.steps]!++
    if (this.#homes[variable] !== p) counted[own + at.dsm]!++
    if (this.#restricted) this.#assertAllowed(p, access)
    if (code <= kindNumbers.await) {
      counted[own + at.reads]!++
      if (this.#caches.read(variable, p)) {
        counted[own + at.cc]!++
        counted[own + at['cc-write-back']]!++
      }
      if (code === kindNumbers.await && !access.condition(before)) {
        this.idle++
        return this.#passed(p, operation, this.lines[p]!)
      }
    } else {
      counted[own + (code === kindNumbers.write ? at.writes : at.rmw)]!++
      counted[own + at.cc]!++
      if (this.#caches.write(variable, p)) counted[own + at['cc-write-back']]!++
      const after = code === kindNumbers.write ? access.value : this.#modified(p, access, before)
      const { min, max } = this.layout.variables[variable]!
      if (!(after >= min && after <= max && Number.isInteger(after)))
        throw this.error(p, outOfRange(this.layout.variables[variable]!, after))
      this.values[variable] = after
      if (after > this.largest[variable]!) this.largest[variable] = after
    }
    this.idle = 0
    const next = access.next
    const line = typeof next === 'number' ? next : (next as (value: number) => LineNumber)(before)
    if (line === 0) return this.#end(p, operation)
    if (this.program[operation]![line] === undefined)
      throw this.error(p, noSuchLine(line, passage[operation]!))
    this.lines[p] = line
    this.#passed(p, operation, line)
  }

  /** The access that a processor would make in a state of its own. */
  describe(p: number, state: object): Described {
    const access = this.#access
    access.count = 0
    const line = this.program[this.phases[p]! >> 1]![this.lines[p]!]!
    if (line(state, this.#variables) !== access) throw this.error(p, noAccess)
    if (access.count !== 1) throw this.error(p, accesses(access.count))
    return access
  }

  /** An error at the line where a processor is. */
  error(p: number, reason: string, cause?: unknown): LineError {
    const operation = passage[this.phases[p]! >> 1]!
    return new LineError(this.algorithm.name, p, operation, this.lines[p]!, reason, cause)
  }

  /** What an algorithm that threw names and does not declare, as a text that completes “p_1, line 3 …”; null if nothing. */
  undeclaredAt(p: number): string | null {
    const line = this.program[this.phases[p]! >> 1]![this.lines[p]!]!
    return undeclaredIn(line, this.states[p]!, this.#variables)
  }

  #begin(p: number, operation: number): void {
    this.phases[p]!++
    if (operation === 0) this.ledger.begin(p)
    else this.critical.delete(p)
    this.#listener?.begins(p, operation)
  }

  /** A step of an operation that goes on at this line; the doorway may end with it. */
  #passed(p: number, operation: number, line: LineNumber): void {
    if (operation === 0 && (this.#doorwayEnds === 0 || line === this.#doorwayEnds)) this.ledger.doorway(p)
  }

  #end(p: number, operation: number): void {
    this.lines[p] = 1
    if (operation === 0) {
      this.phases[p] = phases.critical
      this.critical.add(p)
      this.ledger.enter(p)
    } else {
      this.phases[p] = phases.remainder
      this.passagesLeft[p]!--
      this.ledger.end(p)
    }
    this.#listener?.ends(p, operation)
  }

  /** What a read-modify-write operation leaves in its variable. */
  #modified(p: number, access: Described, before: number): number {
    const layout = this.layout.variables[access.variable]!
    if (!layout.offers.includes(access.kind as ReadModifyWrite))
      throw this.error(p, doesNotOffer(layout, access.kind))
    return modified(access, before)
  }

  #assertAllowed(p: number, { code, variable }: Described): void {
    const layout = this.layout.variables[variable]!
    const { readers, writers } = layout
    if (readers !== null && code !== kindNumbers.write && !readers.includes(p))
      throw this.error(p, mayNotRead(layout))
    if (writers !== null && code > kindNumbers.await && !writers.includes(p))
      throw this.error(p, mayNotWrite(layout))
  }
}
