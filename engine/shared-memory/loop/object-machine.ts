/**
 * The processors and the memory of a run of an object. A step is an access to a shared variable and the local computation
 * after it; the first one of an operation invokes it, the last one answers.
 */
import { ModelError } from '../../errors.ts'
import { accesses, noAccess, noSuchLine } from '../memory/faults.ts'
import { Described, handlesFor, kindNumbers } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import { type Coins, Memory } from '../memory/memory.ts'
import { OperationLedger } from '../memory/operation-ledger.ts'
import { type LineError, lineErrorOf, type Program } from '../memory/program.ts'
import {
  type Declarations,
  initialStateOf,
  type LineNumber,
  type ObjectCall,
  type ObjectState,
  operationNames,
  type SharedObject,
  systemAsked,
  type Variables,
} from '../model/index.ts'
import type { Driven } from './driven.ts'
import type { OperationListener } from './machine.ts'

export class ObjectMachine implements Driven {
  readonly states: ObjectState[]
  /** 1 while an operation is under way. */
  readonly sections: Uint8Array
  readonly lines: Int32Array
  readonly passagesLeft: Int32Array
  readonly memory: Memory
  readonly ledger: OperationLedger
  readonly inside = 0
  isOver = false
  idle = 0
  stepping = -1
  argument: unknown = null
  answer: unknown = null
  readonly #name: string
  readonly #names: readonly string[]
  readonly #program: Program
  readonly #calls: readonly (readonly ObjectCall[])[]
  /** By processor, which of its calls is under way or comes next. */
  readonly #turns: Int32Array
  /** By processor, the operation that is under way or comes next. */
  readonly #operations: Int32Array
  readonly #access = new Described()
  readonly #variables: Variables<Declarations>
  readonly #listener: OperationListener | null
  readonly #leftOf: ((state: ObjectState) => number) | null
  /** By processor, what it added to what is left when its last operation ended; and all of that. */
  readonly #lefts: Float64Array
  #left = 0

  constructor(
    object: SharedObject,
    layout: Layout,
    program: Program,
    calls: readonly (readonly ObjectCall[])[],
    byArgument: readonly boolean[],
    listener: OperationListener | null,
    /** By processor, how many operations it ends. */
    operations: readonly number[],
    coins: Coins,
  ) {
    const n = calls.length
    this.#name = object.name
    this.#names = operationNames(object)
    this.#program = program
    this.#calls = calls
    this.#listener = listener
    this.#variables = handlesFor(layout, this.#access)
    this.#operations = new Int32Array(n)
    const system = systemAsked(calls)
    this.states = calls.map((_, i) => initialStateOf(object, { i, ...system }))
    this.sections = new Uint8Array(n)
    this.lines = new Int32Array(n).fill(1)
    this.#turns = new Int32Array(n)
    this.passagesLeft = Int32Array.from(operations)
    this.ledger = new OperationLedger(n, this.#names, byArgument)
    this.memory = new Memory(layout, n, this.ledger.counted, coins)
    this.#leftOf = object.left?.bind(object) ?? null
    this.#lefts = new Float64Array(n)
    for (let p = 0; p < n; p++) {
      this.#ask(p)
      this.#settle(p)
    }
  }

  get entries(): number {
    return this.ledger.completed
  }

  get access(): Described {
    return this.#access
  }

  operationOf(p: number): string {
    return this.#names[this.#operations[p]!]!
  }

  leadsToEntry(): boolean {
    return true
  }

  /** The next step of a processor, which must have operations to do. */
  step(p: number): void {
    this.stepping = p
    const state = this.states[p]!
    const access = this.describe(p, state)
    this.answer = null
    this.argument = state.argument
    if (this.sections[p] === 0) {
      this.sections[p] = 1
      this.ledger.begin(p)
      this.#listener?.begins(p, this.#operations[p]!, state.argument)
    }
    const value = this.memory.perform(p, access)
    if (access.code === kindNumbers.await && !access.condition(value)) {
      this.idle++
      return
    }
    this.idle = 0
    const { next } = access
    const line: LineNumber = typeof next === 'number' ? next : (next as (value: number) => LineNumber)(value)
    if (line === 0) return this.#end(p)
    if (this.#program[this.#operations[p]!]![line] === undefined)
      throw new ModelError(noSuchLine(line, this.operationOf(p)))
    this.lines[p] = line
  }

  /** The access that a processor would make in a state of its own. */
  describe(p: number, state: object): Described {
    const access = this.#access
    access.count = 0
    const line = this.#program[this.#operations[p]!]![this.lines[p]!]!
    if (line(state, this.#variables) !== access) throw new ModelError(noAccess)
    if (access.count !== 1) throw new ModelError(accesses(access.count))
    return access
  }

  fault(error: unknown): LineError {
    const p = this.stepping
    const line = this.lines[p]!
    const described = this.#program[this.#operations[p]!]![line]!
    return lineErrorOf({ algorithm: this.#name, p, operation: this.operationOf(p), line }, error, {
      line: described,
      state: this.states[p]!,
      variables: this.#variables,
    })
  }

  #end(p: number): void {
    const state = this.states[p]! as { argument: unknown; answer: unknown }
    this.lines[p] = 1
    this.sections[p] = 0
    this.passagesLeft[p]!--
    this.#turns[p] = (this.#turns[p]! + 1) % this.#calls[p]!.length
    this.answer = state.answer ?? null
    this.ledger.end(p, this.#operations[p]!, state.argument)
    this.#listener?.ends(p, this.#operations[p]!, state.answer)
    state.argument = null
    state.answer = null
    this.#ask(p)
    this.#settle(p)
  }

  /** A processor rests: what it adds to what is left is known. */
  #settle(p: number): void {
    if (this.#leftOf === null) return
    const left = this.#leftOf(this.states[p]!)
    this.#left += left - this.#lefts[p]!
    this.#lefts[p] = left
    this.isOver = this.#left === 0 && this.ledger.contention === 0
  }

  /** What it is asked for next stands ready; the operation begins with its next step. */
  #ask(p: number): void {
    if (this.passagesLeft[p] === 0) return
    const call = this.#calls[p]![this.#turns[p]!]!
    this.#operations[p] = call.operation
    ;(this.states[p] as { argument: unknown }).argument = call.argument
  }
}
