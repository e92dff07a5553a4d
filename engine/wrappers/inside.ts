import { ModelError } from '../errors.ts'
import type { AnyAlgorithm, Channel, Message, Processor, Received, Value } from '../model/index.ts'
import type { Carrier } from './carrier.ts'

/** What the state of every wrapper has of the algorithm inside. */
export interface Around {
  readonly inner: object
  /** Whether the algorithm inside has woken. */
  awake: boolean
  /** Whether it has come to a terminated state. */
  over: boolean
}

/** What a wrapper wants to be told of the algorithm inside. */
interface Listening<S> {
  readonly ends: boolean
  readonly output: ((state: S, name: string, value: Value) => void) | null
}

/**
 * The algorithm inside a wrapper, event by event. It is the processor that the handlers inside see: what they send goes to
 * the carrier, where they terminate the state says so, and all else goes to the processor outside.
 */
export class Inside<S extends Around, M extends Message> implements Processor {
  readonly #algorithm: AnyAlgorithm
  readonly #carrier: Carrier<S, M>
  readonly #ends: boolean
  readonly #output: ((state: S, name: string, value: Value) => void) | null
  /** Those at work; nobody, before the first event. */
  #p: Processor<M> = nobody
  #state: S = nobody as never

  /**
   * `ends`: whether the processor outside terminates with the algorithm inside. Default: false. `output`: who takes the
   * outputs of its service. Default: they are those of the processor outside.
   */
  constructor(
    algorithm: AnyAlgorithm,
    carrier: Carrier<S, M>,
    { ends = false, output = null }: Partial<Listening<S>> = {},
  ) {
    this.#algorithm = algorithm
    this.#carrier = carrier
    this.#ends = ends
    this.#output = output
  }

  /** It wakes by itself, unless it has woken before. */
  start(p: Processor<M>, state: S): void {
    if (state.awake) return
    this.#enter(p, state)
    state.awake = true
    this.#algorithm.uponStart?.(this, state.inner)
  }

  /** A message comes to it; one that sleeps wakes as the algorithm says. */
  receive(p: Processor<M>, state: S, message: Message, from: Channel): void {
    if (!this.#wakes(p, state)) return
    this.#algorithm.uponReceiving![message.type]!(this, state.inner, message, from)
  }

  /** A round of an algorithm that is written in rounds. */
  round(p: Processor<M>, state: S, inbox: readonly Received[]): void {
    if ((inbox.length === 0 && !state.awake) || !this.#wakes(p, state)) return
    this.#algorithm.uponRound!(this, state.inner, inbox)
  }

  /** It is asked for an operation of its service. */
  invoke(p: Processor<M>, state: S, operation: string, argument: Value): void {
    if (this.#wakes(p, state)) this.#algorithm.uponInvoking![operation]!(this, state.inner, argument)
  }

  /** One of its timers goes off. */
  timeout(p: Processor<M>, state: S, name: string): void {
    this.#enter(p, state)
    if (!state.over) this.#algorithm.uponTimeout![name]!(this, state.inner)
  }

  #enter(p: Processor<M>, state: S): void {
    this.#p = p
    this.#state = state
  }

  #wakes(p: Processor<M>, state: S): boolean {
    this.#enter(p, state)
    if (!state.awake) {
      state.awake = true
      if (this.#algorithm.wokenByMessage !== 'joins') this.#algorithm.uponStart?.(this, state.inner)
    }
    return !state.over
  }

  get degree(): number {
    return this.#p.degree
  }

  send(channel: Channel, message: Message): void {
    this.#carrier.send(this.#p, this.#state, channel, this.#known(message))
  }

  sendToAll(message: Message): void {
    this.#carrier.sendToAll(this.#p, this.#state, this.#known(message))
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    this.#carrier.sendToAllExcept(this.#p, this.#state, channel, this.#known(message))
  }

  terminate(): void {
    this.#state.over = true
    if (this.#ends) this.#p.terminate()
  }

  mark(name: string): void {
    this.#p.mark(name)
  }

  weight(channel: Channel): number {
    return this.#p.weight(channel)
  }

  respond(result?: Value): void {
    this.#p.respond(result)
  }

  output(name: string, value?: Value): void {
    if (this.#output === null) this.#p.output(name, value)
    else this.#output(this.#state, name, value)
  }

  clock(): number {
    return this.#p.clock()
  }

  setTimer(name: string, duration: number): void {
    this.#p.setTimer(name, duration)
  }

  suspects(channel: Channel): boolean {
    return this.#p.suspects(channel)
  }

  leader(): Channel | null {
    return this.#p.leader()
  }

  random(): number {
    return this.#p.random()
  }

  #known(message: Message): Message {
    const { uponReceiving } = this.#algorithm
    if (uponReceiving !== undefined && !Object.hasOwn(uponReceiving, message.type))
      throw new ModelError(`sends ⟨${message.type}⟩, for which the algorithm has no handler`)
    return message
  }
}

const nobody = {} as never
