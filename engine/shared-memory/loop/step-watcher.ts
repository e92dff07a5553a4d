import { kindNumbers } from '../memory/handles.ts'
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
  /** The variable by its number, in the order of declaration, and its value before and after. */
  readonly variable: number
  readonly before: number
  readonly after: number
  /** An `await` whose condition did not hold. */
  readonly waits: boolean
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
    state: {},
  }

  constructor(machine: Driven, listener: StepListener) {
    this.#machine = machine
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
    const { sections, lines, states, access, idle, memory } = this.#machine
    const taken = this.#taken
    const { variable } = access
    taken.time = time
    taken.ends = (sections[p]! & 1) === 0
    taken.next = taken.ends ? 0 : lines[p]!
    taken.kind = access.kind
    taken.variable = variable
    taken.before = this.#values[variable]!
    taken.after = memory.values[variable]!
    taken.waits = access.code === kindNumbers.await && idle > 0
    taken.state = states[p]!
    this.#values[variable] = taken.after
    this.#listener.step(taken)
  }
}
