import { InputError, ModelError } from '../../errors.ts'
import type {
  AnyAlgorithm,
  Channel,
  ConfigurationView,
  Instance,
  Knowledge,
  Measures,
  Message,
  Outcome,
  Processor,
  Received,
} from '../../model/index.ts'
import type { Random, Streams } from '../../random.ts'
import type { Graph } from '../../topology/graph.ts'
import { emptySet, type IndexSet, include, isIn } from '../transit/index-set.ts'
import { Letters } from '../transit/letters.ts'
import { Outbox } from '../transit/outbox.ts'
import { Payloads } from '../transit/payloads.ts'
import { bitSizes } from './bit-sizes.ts'
import { tellers } from './knowledge.ts'
import type { Observer } from './observer.ts'
import { ProcessorHandle } from './processor-handle.ts'
import type { LoopEnd } from './watch.ts'

/** What a processor's status can be. Not exported: an imported constant is looked up each time. */
const [ASLEEP, AWAKE, TERMINATED] = [0, 1, 2] as const

/**
 * The processors of one execution: their states, what they do in a computation event, and what that costs.
 *
 * A loop (timed or in rounds) decides when events happen. It calls `begin`, then `wake` and `receive` for what
 * the event processes, and `count` to end it, and finds what was sent in the outbox, which it has routed and then empties.
 */
export class Machine implements ConfigurationView {
  readonly instance: Instance
  readonly graph: Graph
  readonly states: object[]
  readonly payloads: Payloads
  readonly letters: Letters
  /** Who looks on, if anyone does. */
  readonly observer: Observer | null
  /** What the current event has sent. */
  readonly outbox = new Outbox()
  /** The processor at work, and its number of channels. */
  current = 0
  degree = 0
  /** The time of the event, or the number of the round: set by the loop, since to pass a double takes memory. */
  now = 0
  /** What the processor is doing, for reports of failures: the type of the message at work, or one of `doings`. */
  #handling: number = -1
  /** By processor: asleep, awake or terminated. */
  readonly #status: Uint8Array
  /** Those that have terminated: the same in so little memory that it stays in the cache. */
  readonly terminatedSet: IndexSet
  terminatedCount = 0
  messages = 0
  compEvents = 0
  sentMax = 0
  readonly #algorithm: AnyAlgorithm
  readonly #handlers: readonly ((p: Processor, state: object, message: Message, from: Channel) => void)[]
  readonly #processor: Processor = new ProcessorHandle(this)
  readonly #sent: Uint32Array
  readonly #streams: Streams
  readonly #coins: (Random | undefined)[] = []
  #firstSlot = 0
  /** Keeps `touch` from being optimised away. */
  touched = 0

  constructor(
    algorithm: AnyAlgorithm,
    instance: Instance & { readonly network: Graph },
    streams: Streams,
    observer: Observer | null = null,
  ) {
    const { n } = instance.network
    this.observer = observer
    this.instance = instance
    this.graph = instance.network
    this.#algorithm = algorithm
    this.#streams = streams
    this.#handlers = Object.values(algorithm.uponReceiving ?? {})
    this.payloads = new Payloads(algorithm.uponReceiving ? Object.keys(algorithm.uponReceiving) : null)
    this.letters = new Letters(instance.network.degreeMax)
    // Room for all, which grows only where an array of that length would be a table.
    this.states = new Array(Math.min(n, 2 ** 25))
    this.#status = new Uint8Array(n)
    this.terminatedSet = emptySet(n)
    this.#sent = new Uint32Array(n)
  }

  /** Puts every processor in its initial state. */
  initialize(): void {
    const tell = tellers(this.#algorithm, this.instance, this.graph)
    this.#handling = IN_INITIAL_STATE
    for (this.current = 0; this.current < this.graph.n; this.current++)
      this.states[this.current] = this.#algorithm.initially(tell(this.current) as Knowledge)
  }

  // What handlers may do, by way of the processor handle.

  send(channel: Channel, message: Message): void {
    const slot = this.#slotOf(channel)
    const handle = this.payloads.hold(message, 1)
    this.outbox.add(this.current, slot, handle)
  }

  sendToAll(message: Message): void {
    this.#post(message, this.#firstSlot, this.#firstSlot + this.degree)
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    const slot = this.#slotOf(channel)
    this.#post(message, this.#firstSlot, slot)
    this.#post(message, slot + 1, this.#firstSlot + this.degree)
  }

  terminate(): void {
    if (this.#status[this.current] === TERMINATED) return
    this.#status[this.current] = TERMINATED
    include(this.terminatedSet, this.current)
    this.terminatedCount++
  }

  random(): number {
    if (this.#algorithm.requires.coins !== true)
      throw new ModelError('flips a coin, but the algorithm does not declare requires: { coins: true }')
    this.#coins[this.current] ??= this.#streams.stream('coins', this.current)
    return this.#coins[this.current]!.uniform()
  }

  #slotOf(channel: Channel): number {
    if (channel >>> 0 === channel && channel < this.degree) return this.#firstSlot + channel
    const channels = `${this.degree} channel${this.degree === 1 ? '' : 's'}, 0 to ${this.degree - 1}`
    throw new ModelError(`sends on channel ${channel}, but has ${channels}`)
  }

  /** Puts a message in the outbox for each slot from `begin` to before `end`. */
  #post(message: Message, begin: number, end: number): void {
    const count = end - begin
    if (count <= 0) return
    const handle = this.payloads.hold(message, count)
    const { outbox } = this
    outbox.reserve(count)
    const { senders, slots, payloads } = outbox
    const sender = this.current
    let place = outbox.length
    for (let slot = begin; slot < end; slot++) {
      senders[place] = sender
      slots[place] = slot
      payloads[place++] = handle
    }
    outbox.length = place
  }

  // What a loop does.

  asleep(processor: number): boolean {
    return this.#status[processor] === ASLEEP
  }

  awake(processor: number): boolean {
    return this.#status[processor] === AWAKE
  }

  terminated(processor: number): boolean {
    return this.#status[processor] === TERMINATED
  }

  /** The first slot of the processor at work. */
  get firstSlot(): number {
    return this.#firstSlot
  }

  /** Starts a computation event of a processor; one of a terminated processor does nothing and is not counted. */
  begin(processor: number): void {
    this.current = processor
    this.#firstSlot = this.graph.firstSlot(processor)
    this.degree = this.graph.degree(processor)
    if (this.#status[processor] !== TERMINATED) this.compEvents++
    this.observer?.begins(processor, this.now)
  }

  /** The processor wakes by itself, unless a message has woken it before. */
  wake(): void {
    this.observer?.wakes()
    if (this.#status[this.current] !== ASLEEP) return
    this.#status[this.current] = AWAKE
    this.#start()
  }

  #start(): void {
    this.#handling = IN_START
    this.#algorithm.uponStart?.(this.#processor, this.states[this.current]!)
  }

  /** The processor processes the message on one of its channels; if terminated, it takes it and does nothing. */
  receive(channel: Channel, payload: number): void {
    const processor = this.current
    this.observer?.processes(this.#firstSlot + channel, this.payloads.messages[payload]!)
    if (this.#status[processor] !== AWAKE && !this.#wakeByMessage()) return this.payloads.drop(payload)
    const message = this.payloads.take(payload)
    const type = this.payloads.latestType
    this.#handling = type
    const handle = this.#handlers[type]!
    handle(this.#processor, this.states[processor]!, message, channel)
  }

  /** The processor takes one step of a round-driven algorithm; if terminated, it does nothing. */
  round(inbox: readonly Received[]): void {
    for (const { message, from } of inbox) this.observer?.processes(this.#firstSlot + from, message)
    if (this.#status[this.current] !== AWAKE && !this.#wakeByMessage()) return
    this.#handling = IN_ROUND
    this.#algorithm.uponRound!(this.#processor, this.states[this.current]!, inbox)
  }

  /** The processor, which is not awake, wakes unless it has terminated; whether it is awake then. */
  #wakeByMessage(): boolean {
    if (this.#status[this.current] === TERMINATED) return false
    this.#status[this.current] = AWAKE
    if (this.#algorithm.wokenByMessage !== 'joins') this.#start()
    return this.#status[this.current] === AWAKE
  }

  /** Ends an event: counts what it sent. */
  count(): void {
    const { outbox, current } = this
    const { length, counted } = outbox
    if (length === counted) return
    this.messages += length - counted
    const sent = this.#sent[current]! + length - counted
    this.#sent[current] = sent
    if (sent > this.sentMax) this.sentMax = sent
    outbox.counted = length
  }

  /** Finds where that goes which was sent; one loop for many events lets their cache misses overlap. */
  route(): void {
    const { senders, slots, routed, length, receivers, mirrors } = this.outbox
    if (length === routed) return
    this.graph.route(senders, slots, routed, length, receivers, mirrors)
    this.outbox.routed = length
  }

  /** Shows an observer what is in the outbox, with its arrivals. */
  showSends(): void {
    if (this.observer === null) return
    const { slots, receivers, mirrors, payloads, arrivals, length } = this.outbox
    for (let i = 0; i < length; i++) {
      const mirror = this.graph.firstSlot(receivers[i]!) + mirrors[i]!
      this.observer.sends(slots[i]!, mirror, this.payloads.messages[payloads[i]!]!, arrivals[i]!)
    }
  }

  /**
   * Reads what the next events of these processors will read, all at once: the cache misses then overlap, where one
   * event after the other would wait for each. Overwrites `processors`.
   */
  touch(processors: Uint32Array, count: number): void {
    const { terminatedSet, states, graph } = this
    const sent = this.#sent
    let running = 0
    for (let i = 0; i < count; i++) {
      const p = processors[i]!
      processors[running] = p
      running += 1 - isIn(terminatedSet, p)
    }
    let sum = 0
    for (let i = 0; i < running; i++) {
      const p = processors[i]!
      sum += sent[p]! + graph.touch(p)
      if (typeof states[p] === 'function') sum++
    }
    this.touched = sum
  }

  /** The outcome of an execution in which the processor at work threw. Bad input is passed on as it is. */
  failure(error: unknown): Outcome {
    if (error instanceof InputError) throw error
    const doing = doings[this.#handling] ?? `upon receiving ⟨${this.payloads.typeNames[this.#handling]}⟩`
    const event = `${doing} at time ${this.now}`
    const reason = error instanceof ModelError ? error.message : `throws ${String(error)}`
    return { kind: 'failed', processor: this.current, event, reason }
  }

  measures({ lastProcessed, delayMax, timeUnit }: LoopEnd): Measures {
    const { messages, compEvents, sentMax } = this
    const messagesByType = this.payloads.sent()
    const sizes = this.#algorithm.bits
    const bits = sizes === undefined ? null : totalBits(messagesByType, sizes, this.instance)
    const time = lastProcessed / timeUnit
    return { messages, messagesByType, bits, time, delayMax, timeUnit, compEvents, sentMax }
  }
}

const [IN_INITIAL_STATE, IN_START, IN_ROUND] = [-1, -2, -3] as const

const doings: Readonly<Record<number, string>> = {
  [IN_INITIAL_STATE]: 'in its initial state',
  [IN_START]: 'as it starts',
  [IN_ROUND]: 'in its round',
}

type Sizes = NonNullable<AnyAlgorithm['bits']>

function totalBits(
  messagesByType: Readonly<Record<string, number>>,
  sizes: Sizes,
  instance: Instance,
): number {
  const figures = bitSizes(instance)
  let bits = 0
  for (const [type, count] of Object.entries(messagesByType))
    bits += count === 0 ? 0 : count * sizes[type]!(figures)
  return bits
}
