import { kindNumbers } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import type { AccessKind, LineNumber } from '../model/index.ts'
import type { Driven } from './driven.ts'

/** A step that was taken, as a record has it. */
export interface TakenStep {
  readonly processor: number
  /** When, where steps have times; otherwise null. */
  readonly time: number | null
  readonly operation: string
  /** Whether the operation begins with this step, and whether it is over with it. */
  readonly begins: boolean
  readonly ends: boolean
  /** The line, and the one after it: 0 if the operation is over. */
  readonly line: LineNumber
  readonly next: LineNumber
  readonly kind: AccessKind
  /** The variable by its number, in the order of declaration, and its value before and after; of a coin, what came up. */
  readonly variable: number
  readonly before: unknown
  readonly after: unknown
  /** An `await` whose condition did not hold. */
  readonly waits: boolean
  /** What the operation was asked with, and what it answers if it ends with this step; null for nothing. */
  readonly argument: unknown
  readonly answer: unknown
  /** The local variables after the step: those of the run, not a copy. */
  readonly state: object
}

/** Told of each step, after it was taken. What it is given is overwritten by the next step. */
export interface StepListener {
  step(taken: TakenStep): void
}

/** Tells a listener of the steps of a machine. A run that nobody listens to has no such watcher, and costs nothing more. */
export class StepWatcher {
  readonly #machine: Driven
  readonly #listener: StepListener
  /** The values of the variables before the step. */
  readonly #values: number[]
  readonly #layout: Layout
  readonly #taken: { -readonly [K in keyof TakenStep]: TakenStep[K] } = {
    processor: 0,
    time: null,
    operation: '',
    begins: false,
    ends: false,
    line: 1,
    next: 1,
    kind: 'read',
    variable: 0,
    before: 0,
    after: 0,
    waits: false,
    argument: null,
    answer: null,
    state: {},
  }

  constructor(machine: Driven, layout: Layout, listener: StepListener) {
    this.#machine = machine
    this.#layout = layout
    this.#listener = listener
    this.#values = [...machine.memory.values]
  }

  /** A processor is about to take a step. */
  before(p: number): void {
    const { sections, lines } = this.#machine
    const taken = this.#taken
    taken.processor = p
    taken.operation = this.#machine.operationOf(p)
    taken.begins = (sections[p]! & 1) === 0
    taken.line = lines[p]!
  }

  /** It has taken it. */
  after(p: number, time: number | null): void {
    const { sections, lines, states, access, idle, memory, argument, answer } = this.#machine
    const taken = this.#taken
    const { variable } = access
    taken.time = time
    taken.ends = (sections[p]! & 1) === 0
    taken.next = taken.ends ? 0 : lines[p]!
    taken.kind = access.kind
    taken.variable = variable
    const value = memory.values[variable]!
    const flips = access.code === kindNumbers.flip
    taken.before = flips ? memory.told : this.#content(variable, this.#values[variable]!)
    taken.after = flips ? memory.told : this.#content(variable, value)
    taken.waits = access.code === kindNumbers.await && idle > 0
    taken.argument = argument ?? null
    taken.answer = answer
    taken.state = states[p]!
    this.#values[variable] = value
    this.#listener.step(taken)
  }

  /** What a variable holds: the number that memory has, or the data of this number. */
  #content(variable: number, value: number): unknown {
    const { variables, data } = this.#layout
    return variables[variable]!.holdsData ? data.at(value) : value
  }
}
