/**
 * The state of a run and its one kind of event: a step, which is an access to a shared variable and the local computation
 * after it. The literal form of the same stands in `formal`.
 */
import { ModelError } from '../../errors.ts'
import { accesses, noAccess, noSuchLine } from '../memory/faults.ts'
import { Described, handlesFor, kindNumbers } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import { Ledger } from '../memory/ledger.ts'
import { type Coins, Memory } from '../memory/memory.ts'
import { type LineError, lineErrorOf, type Program } from '../memory/program.ts'
import {
  type Declarations,
  type LineNumber,
  passage,
  type SharedMemoryAlgorithm,
  type Variables,
} from '../model/index.ts'
import type { Driven } from './driven.ts'

/** Where a processor is in its passage. In its entry and its exit it has an operation under way. */
export const sections = { remainder: 0, entry: 1, critical: 2, exit: 3 } as const

/** Told of operations as they begin and end; they are numbered as in a passage, or as the object has them. */
export interface OperationListener {
  begins(processor: number, operation: number, argument?: unknown): void
  ends(processor: number, operation: number, answer?: unknown): void
}

/** The processors and the memory of a run of a lock. */
export class SharedMachine implements Driven {
  readonly states: object[]
  readonly sections: Uint8Array
  /** By processor, the line of its next step; that of an operation which has not begun is 1. */
  readonly lines: Int32Array
  readonly passagesLeft: Int32Array
  readonly memory: Memory
  readonly ledger: Ledger
  readonly isOver = false
  /** How many processors are in the critical section. */
  inside = 0
  /** Waits in vain since a step that was none. */
  idle = 0
  /** Who takes a step; −1 before the first. */
  stepping = -1
  /** Nothing crosses the interface but the names of operations. */
  readonly argument = null
  readonly answer = null
  readonly #name: string
  readonly #program: Program
  readonly #doorwayEnds: LineNumber
  readonly #access = new Described()
  readonly #variables: Variables<Declarations>
  readonly #listener: OperationListener | null

  constructor(
    { name, initially, doorwayEnds = 0 }: SharedMemoryAlgorithm,
    layout: Layout,
    program: Program,
    passagesLeft: Int32Array,
    listener: OperationListener | null,
    coins: Coins,
  ) {
    const n = passagesLeft.length
    this.states = Array.from({ length: n }, (_, i) => initially({ i, n }))
    this.sections = new Uint8Array(n)
    this.lines = new Int32Array(n).fill(1)
    this.passagesLeft = passagesLeft
    this.ledger = new Ledger(n)
    this.memory = new Memory(layout, n, this.ledger.counted, coins)
    this.#name = name
    this.#program = program
    this.#doorwayEnds = doorwayEnds
    this.#variables = handlesFor(layout, this.#access)
    this.#listener = listener
  }

  get entries(): number {
    return this.ledger.entries
  }

  operationOf(p: number): string {
    return passage[this.sections[p]! >> 1]!
  }

  leadsToEntry(p: number): boolean {
    return this.sections[p]! >> 1 === 0
  }

  /** The next step of a processor, which must have passages to do. */
  step(p: number): void {
    this.stepping = p
    const section = this.sections[p]!
    const operation = section >> 1
    const access = this.describe(p, this.states[p]!)
    if ((section & 1) === 0) this.#begin(p, operation)
    const value = this.memory.perform(p, access)
    let line: LineNumber
    if (access.code === kindNumbers.await && !access.condition(value)) {
      this.idle++
      line = this.lines[p]!
    } else {
      this.idle = 0
      const { next } = access
      line = typeof next === 'number' ? next : (next as (value: number) => LineNumber)(value)
      if (line === 0) return this.#end(p, operation)
      if (this.#program[operation]![line] === undefined)
        throw new ModelError(noSuchLine(line, passage[operation]!))
      this.lines[p] = line
    }
    if (operation === 0 && (line === this.#doorwayEnds || this.#doorwayEnds === 0)) this.ledger.doorway(p)
  }

  /** The access that was described last. */
  get access(): Described {
    return this.#access
  }

  /** The access that a processor would make in a state of its own. */
  describe(p: number, state: object): Described {
    const access = this.#access
    access.count = 0
    const line = this.#program[this.sections[p]! >> 1]![this.lines[p]!]!
    if (line(state, this.#variables) !== access) throw new ModelError(noAccess)
    if (access.count !== 1) throw new ModelError(accesses(access.count))
    return access
  }

  /** What was thrown in the last step, with the place: an error that names the algorithm, the processor and the line. */
  fault(error: unknown): LineError {
    const p = this.stepping
    const operation = this.sections[p]! >> 1
    const line = this.lines[p]!
    return lineErrorOf({ algorithm: this.#name, p, operation: passage[operation]!, line }, error, {
      line: this.#program[operation]![line]!,
      state: this.states[p]!,
      variables: this.#variables,
    })
  }

  #begin(p: number, operation: number): void {
    this.sections[p]!++
    if (operation === 0) this.ledger.begin(p)
    else this.inside--
    this.#listener?.begins(p, operation)
  }

  #end(p: number, operation: number): void {
    this.lines[p] = 1
    if (operation === 0) {
      this.sections[p] = sections.critical
      this.inside++
      this.ledger.enter(p)
    } else {
      this.sections[p] = sections.remainder
      this.passagesLeft[p]!--
      this.ledger.end(p)
    }
    this.#listener?.ends(p, operation)
  }
}
