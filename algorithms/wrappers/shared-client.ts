import {
  type AnySharedAlgorithm,
  type Channel,
  isSharedObject,
  type LineNumber,
  type Processor,
  SharedLines,
  type Value,
} from '../../engine/index.ts'
import {
  initially,
  overwrite,
  type Port,
  query,
  type State as Register,
  type Message as RegisterMessage,
  uponReceiving,
} from '../registers/quorums.ts'

/** A message about one of the variables, by its number. */
export type VariableMessage = RegisterMessage<unknown> & { readonly variable: number }

export interface State {
  /** Its number in shared memory. */
  readonly i: number
  /** The local variables of the algorithm inside. */
  readonly inner: object
  /** The operation under way, or the last one, and the line that it is at. */
  operation: number
  line: LineNumber
  /** By variable, its copy, and where an access of its own stands. */
  readonly registers: Register<unknown>[]
  accesses: number
  /** How many of these were writes of variables that nobody else writes. */
  ownWrites: number
  /** The accesses of this operation so far, and of the longest. */
  sofar: number
  longest: number
}

/** A processor that goes through the lines of an algorithm, with registers in place of variables. */
export class SharedClient {
  readonly #algorithm: AnySharedAlgorithm
  readonly #lines = new Map<number, SharedLines>()
  readonly #port = new VariablePort()

  constructor(algorithm: AnySharedAlgorithm) {
    this.#algorithm = algorithm
  }

  /** Throws an InputError if the algorithm does not work with so many processors. */
  assertRuns(n: number): void {
    this.#linesFor(n)
  }

  initially(i: number, n: number): State {
    const lines = this.#linesFor(n)
    return {
      i,
      inner: lines.initially(i),
      operation: 0,
      line: 1,
      registers: lines.variables.map(() => initially<unknown>({ id: i })),
      accesses: 0,
      ownWrites: 0,
      sofar: 0,
      longest: 0,
    }
  }

  /** An operation is asked for. */
  begin(p: Processor<VariableMessage>, state: State, operation: number, argument: Value = null): void {
    state.operation = operation
    state.line = 1
    state.sofar = 0
    if (isSharedObject(this.#algorithm)) (state.inner as { argument: Value }).argument = argument
    this.#goOn(p, state)
  }

  /** A message comes; if it completes an access, the next one begins. */
  hear(p: Processor<VariableMessage>, state: State, message: VariableMessage, from: Channel): void {
    const { variable } = message
    const register = state.registers[variable]!
    this.#port.at(p, variable)
    uponReceiving[message.type](this.#port, register, message as never, from)
    if (this.#port.answered && this.#moves(p, state)) this.#goOn(p, state)
  }

  /** Goes on as far as it can without an answer; whoever is alone needs none. */
  #goOn(p: Processor<VariableMessage>, state: State): void {
    do {
      this.#access(p, state)
    } while (this.#port.answered && this.#moves(p, state))
  }

  #access(p: Processor<VariableMessage>, state: State): void {
    const { inner, operation, line, i, registers } = state
    const lines = this.#linesFor(p.degree + 1)
    const access = lines.access({ p: i, operation, line }, inner)
    if (access.kind === 'flip') return this.#port.flip(p, access.sides)
    const { variable } = access
    state.accesses++
    state.longest = Math.max(state.longest, ++state.sofar)
    this.#port.at(p, variable)
    if (access.kind === 'read') return query(this.#port, registers[variable]!, null)
    if (lines.variables[variable]!.writers?.length !== 1)
      return query(this.#port, registers[variable]!, access.value)
    state.ownWrites++
    overwrite(this.#port, registers[variable]!, access.value)
  }

  /** What follows an access; whether there is another. Whoever is alone and waits, waits for ever. */
  #moves(p: Processor<VariableMessage>, state: State): boolean {
    const { inner, operation, line, i } = state
    const lines = this.#linesFor(p.degree + 1)
    const next = lines.next({ p: i, operation, line }, inner, this.#port.value)
    if (next === null) return p.degree > 0
    state.line = next
    if (next !== 0) return true
    this.#answer(p, inner)
    return false
  }

  #answer(p: Processor<VariableMessage>, inner: object): void {
    if (!isSharedObject(this.#algorithm)) return p.respond()
    const atInterface = inner as { argument: Value; answer: Value }
    const { answer } = atInterface
    atInterface.argument = null
    atInterface.answer = null
    p.respond(answer ?? undefined)
  }

  #linesFor(n: number): SharedLines {
    const lines = this.#lines.get(n) ?? new SharedLines(this.#algorithm, n)
    this.#lines.set(n, lines)
    return lines
  }
}

/** The processor as the register of one variable sees it. */
class VariablePort implements Port<unknown> {
  /** Whether the register or a coin has answered, and with what: null if that was not written yet, and after writes. */
  answered = false
  value: Value = null
  #p: Processor<VariableMessage> = null as never
  #variable = 0

  at(p: Processor<VariableMessage>, variable: number): void {
    this.#p = p
    this.#variable = variable
    this.answered = false
  }

  /** A coin is flipped at once, without anybody's help. */
  flip(p: Processor<VariableMessage>, sides: number): void {
    this.#p = p
    this.respond(Math.floor(p.random() * sides))
  }

  get degree(): number {
    return this.#p.degree
  }

  send(channel: Channel, message: RegisterMessage<unknown>): void {
    this.#p.send(channel, { ...message, variable: this.#variable })
  }

  sendToAll(message: RegisterMessage<unknown>): void {
    this.#p.sendToAll({ ...message, variable: this.#variable })
  }

  respond(result: Value = null): void {
    this.answered = true
    this.value = result
  }
}
