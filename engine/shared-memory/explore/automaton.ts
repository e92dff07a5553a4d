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
import type { Program } from '../memory/program.ts'
import {
  type Declarations,
  type LineNumber,
  passage,
  type ReadModifyWrite,
  type SharedMemoryAlgorithm,
  type Variables,
} from '../model/index.ts'

/** Where a processor is in its passage, as in the loop. */
export const remainder = 0
export const entry = 1
export const critical = 2

/** What a processor is in: a section, a line of its operation, its local variables, and what it has still to do. */
export interface Local {
  readonly section: number
  readonly line: LineNumber
  readonly state: object
  readonly passagesLeft: number
  /** Whether its doorway is over; only in its entry. */
  readonly waits: boolean
}

/** The automaton of one processor. Its local states are numbered as they are found; the first is 0. */
export class Automaton {
  readonly locals: Local[] = []
  readonly sections: number[] = []
  /** By local state: the kind of its next access; −1 if it takes no more steps. */
  readonly codes: number[] = []
  /** By local state: the variable of its next access. */
  readonly variables: number[] = []
  readonly #processor: number
  readonly #algorithm: SharedMemoryAlgorithm
  readonly #layout: Layout
  readonly #program: Program
  readonly #known = new Map<string, number>()
  readonly #access = new Described()
  readonly #handles: Variables<Declarations>
  /** By local state, then by value less the least one: the local state after the step, and the value after it. */
  readonly #next: number[][] = []
  readonly #after: number[][] = []

  constructor(
    processor: number,
    n: number,
    algorithm: SharedMemoryAlgorithm,
    layout: Layout,
    program: Program,
    passages: number,
  ) {
    this.#processor = processor
    this.#algorithm = algorithm
    this.#layout = layout
    this.#program = program
    this.#handles = handlesFor(layout, this.#access)
    const state = algorithm.initially({ i: processor, n })
    this.#number({ section: remainder, line: 1, state, passagesLeft: passages, waits: false })
  }

  /** The local state after a step from one in which its variable held `value`, `min` being the least that it can. */
  next(local: number, value: number, min: number): number {
    const found = this.#next[local]![value - min]
    return found === undefined ? this.#step(local, value, min) : found
  }

  /** The value of the variable after that step, which `next` was asked for. */
  after(local: number, value: number, min: number): number {
    return this.#after[local]![value - min]!
  }

  /** Throws a ModelError that completes “p_1, acquire line 3 …” if the line does what it may not. */
  #step(local: number, value: number, min: number): number {
    const from = this.locals[local]!
    const state = structuredClone(from.state)
    const access = this.#describe(from, state)
    const variable = this.#layout.variables[access.variable]!
    this.#assertMay(access)
    const isRead = access.code <= kindNumbers.await
    const isWrite = access.code === kindNumbers.write
    const after = isRead ? value : isWrite ? access.value : modified(access, value)
    if (!(after >= variable.min && after <= variable.max && Number.isInteger(after)))
      throw new ModelError(outOfRange(variable, after))
    const inVain = access.code === kindNumbers.await && !access.condition(value)
    const next = inVain ? from.line : lineAfter(access, value)
    const to = this.#number(this.#moved(from, next, state))
    this.#next[local]![value - min] = to
    this.#after[local]![value - min] = after
    return to
  }

  /** The local state after a step that leads to a line. */
  #moved({ section, passagesLeft, waits }: Local, line: LineNumber, state: object): Local {
    const operation = section >> 1
    const over = line === 0
    if (!over && this.#program[operation]![line] === undefined)
      throw new ModelError(noSuchLine(line, passage[operation]!))
    const to = over ? (2 * operation + 2) & 3 : 2 * operation + 1
    const left = to === remainder ? passagesLeft - 1 : passagesLeft
    const { doorwayEnds } = this.#algorithm
    const passed = doorwayEnds === undefined || line === doorwayEnds
    return {
      section: to,
      line: over ? 1 : line,
      state,
      passagesLeft: left,
      waits: to === entry && (waits || passed),
    }
  }

  #describe({ section, line }: Local, state: object): Described {
    const access = this.#access
    access.count = 0
    if (this.#program[section >> 1]![line]!(state, this.#handles) !== access) throw new ModelError(noAccess)
    if (access.count !== 1) throw new ModelError(accesses(access.count))
    return access
  }

  #assertMay({ code, kind, variable }: Described): void {
    const layout = this.#layout.variables[variable]!
    const { readers, writers, offers } = layout
    const p = this.#processor
    if (code !== kindNumbers.write && readers?.includes(p) === false) throw new ModelError(mayNotRead(layout))
    if (code > kindNumbers.await && writers?.includes(p) === false) throw new ModelError(mayNotWrite(layout))
    if (code > kindNumbers.write && !offers.includes(kind as ReadModifyWrite))
      throw new ModelError(doesNotOffer(layout, kind))
  }

  /** The number of a local state. */
  #number(local: Local): number {
    const key = JSON.stringify(local)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const number = this.locals.length
    this.#known.set(key, number)
    this.locals.push(local)
    this.sections.push(local.section)
    this.#next.push([])
    this.#after.push([])
    const finished = local.section === remainder && local.passagesLeft === 0
    this.codes.push(finished ? -1 : this.#describe(local, structuredClone(local.state)).code)
    this.variables.push(finished ? 0 : this.#access.variable)
    return number
  }
}

const lineAfter = ({ next }: Described, value: number): LineNumber =>
  typeof next === 'number' ? next : (next as (value: number) => LineNumber)(value)
