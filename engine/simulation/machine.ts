import { InputError, ModelError } from '../errors.ts'
import { grown } from '../growth.ts'
import type {
  AnyAlgorithm,
  Channel,
  Configuration,
  Instance,
  Knowledge,
  Measures,
  Message,
  Outcome,
  Processor,
  Received,
} from '../model.ts'
import type { Random, Streams } from '../random.ts'
import type { Graph } from '../topology/graph.ts'
import { bitSizes } from './bit-sizes.ts'
import { tellers } from './knowledge.ts'
import { Payloads } from './payloads.ts'

/** Stands for a wake-up in place of a message. */
export const WAKE_UP = 0xffffffff

/**
 * The processors of one execution: their states, what they do in a computation event, and what that costs.
 *
 * A loop (timed or in rounds) decides when events happen. It calls `begin`, then `wake` and `receive` for what
 * the event processes, and finds what was sent in the outbox, which it must empty before the next `begin`. The
 * machine is itself the processor that handlers see.
 */
export class Machine implements Processor, Configuration {
  readonly instance: Instance
  readonly graph: Graph
  readonly states: object[] = []
  readonly payloads: Payloads
  /** What the current event has sent: the sender's slots and the handles of the messages. */
  outboxSlots = new Uint32Array(64)
  outboxPayloads = new Uint32Array(64)
  outboxLength = 0
  /** The processor at work, and its number of channels. */
  current = 0
  degree = 0
  /** The time of the event, or the number of the round. */
  #now = 0
  /** The type of the message at work, or what else the processor is doing: for reports of failures. */
  #handling = ''
  readonly asleep: Uint8Array
  terminatedCount = 0
  messages = 0
  compEvents = 0
  sentMax = 0
  readonly #algorithm: AnyAlgorithm
  readonly #handlers: readonly ((p: Processor, state: object, message: Message, from: Channel) => void)[]
  readonly #terminated: Uint8Array
  readonly #sent: Uint32Array
  readonly #sentByType: number[] = []
  readonly #streams: Streams
  readonly #coins: (Random | undefined)[] = []
  #firstSlot = 0

  constructor(algorithm: AnyAlgorithm, instance: Instance & { readonly network: Graph }, streams: Streams) {
    const { n } = instance.network
    this.instance = instance
    this.graph = instance.network
    this.#algorithm = algorithm
    this.#streams = streams
    this.#handlers = Object.values(algorithm.uponReceiving ?? {})
    this.payloads = new Payloads(algorithm.uponReceiving ? Object.keys(algorithm.uponReceiving) : null)
    this.#terminated = new Uint8Array(n)
    this.asleep = new Uint8Array(n).fill(1)
    this.#sent = new Uint32Array(n)
  }

  /** Puts every processor in its initial state. */
  initialize(): void {
    const tell = tellers(this.#algorithm, this.instance, this.graph)
    this.#handling = inInitialState
    for (this.current = 0; this.current < this.graph.n; this.current++)
      this.states.push(this.#algorithm.initially(tell(this.current) as Knowledge))
  }

  // What handlers may do.

  send(channel: Channel, message: Message): void {
    if (!(channel >= 0 && channel < this.degree) || !Number.isInteger(channel))
      throw new ModelError(
        `sends on channel ${channel}, but has ${this.degree} channels, 0 to ${this.degree - 1}`,
      )
    this.#post(this.#firstSlot + channel, this.payloads.hold(message))
  }

  sendToAll(message: Message): void {
    for (let channel = 0; channel < this.degree; channel++)
      this.#post(this.#firstSlot + channel, this.payloads.hold(message))
  }

  sendToAllExcept(except: Channel, message: Message): void {
    for (let channel = 0; channel < this.degree; channel++)
      if (channel !== except) this.#post(this.#firstSlot + channel, this.payloads.hold(message))
  }

  terminate(): void {
    if (this.#terminated[this.current] === 1) return
    this.#terminated[this.current] = 1
    this.terminatedCount++
  }

  random(): number {
    if (this.#algorithm.requires.coins !== true)
      throw new ModelError('flips a coin, but the algorithm does not declare requires: { coins: true }')
    this.#coins[this.current] ??= this.#streams.stream('coins', this.current)
    return this.#coins[this.current]!.uniform()
  }

  #post(slot: number, payload: number): void {
    if (this.outboxLength === this.outboxSlots.length) {
      this.outboxSlots = grown(this.outboxSlots)
      this.outboxPayloads = grown(this.outboxPayloads)
    }
    this.outboxSlots[this.outboxLength] = slot
    this.outboxPayloads[this.outboxLength++] = payload
  }

  // What a loop does.

  terminated(processor: number): boolean {
    return this.#terminated[processor] === 1
  }

  /** Starts a computation event of a processor. */
  begin(processor: number, time: number): void {
    this.current = processor
    this.#now = time
    this.#firstSlot = this.graph.offsets[processor]!
    this.degree = this.graph.offsets[processor + 1]! - this.#firstSlot
    this.compEvents++
  }

  /** The processor wakes by itself, unless a message has woken it before. */
  wake(): void {
    if (this.asleep[this.current] === 0) return
    this.asleep[this.current] = 0
    this.#start()
  }

  #start(): void {
    this.#handling = inStart
    this.#algorithm.uponStart?.(this, this.states[this.current]!)
  }

  /** The processor processes one message; a terminated one takes it and does nothing. */
  receive(channel: Channel, payload: number): void {
    const processor = this.current
    if (this.asleep[processor] === 1) this.#wakeByMessage()
    const message = this.payloads.take(payload)
    if (this.#terminated[processor] === 1) return
    this.#handling = message.type
    this.#handlers[this.payloads.types[payload]!]!(this, this.states[processor]!, message, channel)
  }

  /** The processor takes one step of a round-driven algorithm. */
  round(inbox: readonly Received[]): void {
    this.#handling = inRound
    this.#algorithm.uponRound!(this, this.states[this.current]!, inbox)
  }

  #wakeByMessage(): void {
    this.asleep[this.current] = 0
    if (this.#algorithm.wokenByMessage !== 'joins') this.#start()
  }

  /** Ends the event: counts what it sent. The loop then puts it in transit and empties the outbox. */
  count(): void {
    const { outboxLength, outboxPayloads, payloads } = this
    if (outboxLength === 0) return
    for (let i = 0; i < outboxLength; i++) {
      const type = payloads.types[outboxPayloads[i]!]!
      this.#sentByType[type] = (this.#sentByType[type] ?? 0) + 1
    }
    this.messages += outboxLength
    this.#sent[this.current]! += outboxLength
    this.sentMax = Math.max(this.sentMax, this.#sent[this.current]!)
  }

  /** The outcome of an execution in which the processor at work threw. Bad input is passed on as it is. */
  failure(error: unknown): Outcome {
    if (error instanceof InputError) throw error
    const handling = this.#handling
    const known = handling === inInitialState || handling === inStart || handling === inRound
    const event = `${known ? handling : `upon receiving ⟨${handling}⟩`} at time ${this.#now}`
    const reason = error instanceof ModelError ? error.message : `throws ${String(error)}`
    return { kind: 'failed', processor: this.current, event, reason }
  }

  measures(lastProcessed: number, delayMax: number, timeUnit: number): Measures {
    const { messages, compEvents, sentMax } = this
    const messagesByType = Object.fromEntries(
      this.payloads.typeNames.map((type, i) => [type, this.#sentByType[i] ?? 0]),
    )
    const sizes = this.#algorithm.bits
    const bits = sizes === undefined ? null : totalBits(messagesByType, sizes, this.instance)
    const time = lastProcessed / timeUnit
    return { messages, messagesByType, bits, time, delayMax, timeUnit, compEvents, sentMax }
  }
}

const inInitialState = 'in its initial state'
const inStart = 'as it starts'
const inRound = 'in its round'

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
