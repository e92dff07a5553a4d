import { ModelError } from '../../errors.ts'
import type { AnyAlgorithm, Channel, Instance, Message } from '../../model/index.ts'
import type { Graph } from '../../topology/graph.ts'
import type { Outbox } from '../transit/outbox.ts'
import type { Payloads } from '../transit/payloads.ts'
import type { Coins } from './coins.ts'
import { MessageSizes } from './message-sizes.ts'
import { ReadWeights } from './read-weights.ts'
import type { Statuses } from './statuses.ts'

/** What handlers may do in the name of the processor at work: send, terminate, flip coins. The machine says who that is. */
export class Actions {
  /** The processor at work, its first slot, and its number of channels. */
  processor = 0
  firstSlot = 0
  degree = 0
  readonly #outbox: Outbox
  readonly #payloads: Payloads
  readonly #statuses: Statuses
  readonly #coins: Coins
  /** Null unless sizes of messages depend on what they say. */
  readonly sizes: MessageSizes | null
  /** The same, where all that is sent counts. */
  readonly #sizesAsSent: MessageSizes | null
  readonly #weights: ReadWeights

  /** `faulty`: what counts of what is sent is known later. */
  constructor(
    outbox: Outbox,
    payloads: Payloads,
    statuses: Statuses,
    coins: Coins,
    algorithm: AnyAlgorithm,
    instance: Instance & { readonly network: Graph },
    faulty = false,
  ) {
    this.#outbox = outbox
    this.#payloads = payloads
    this.#statuses = statuses
    this.#coins = coins
    this.sizes = MessageSizes.of(algorithm, instance)
    this.#sizesAsSent = faulty ? null : this.sizes
    this.#weights = new ReadWeights(algorithm, instance)
  }

  /** Another processor is at work. */
  turnTo(processor: number, graph: Graph): void {
    this.processor = processor
    this.firstSlot = graph.firstSlot(processor)
    this.degree = graph.degree(processor)
  }

  send(channel: Channel, message: Message): void {
    const slot = this.#slotOf(channel)
    const handle = this.#payloads.hold(message, 1)
    this.#sizesAsSent?.add(message, 1, this.processor)
    this.#outbox.add(this.processor, slot, handle)
  }

  sendToAll(message: Message): void {
    this.#post(message, this.firstSlot, this.firstSlot + this.degree)
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    const slot = this.#slotOf(channel)
    this.#post(message, this.firstSlot, slot)
    this.#post(message, slot + 1, this.firstSlot + this.degree)
  }

  terminate(): void {
    this.#statuses.terminate(this.processor)
  }

  weight(channel: Channel): number {
    return this.#weights.at(this.#slotOf(channel, 'reads the weight of'))
  }

  random(): number {
    return this.#coins.flip(this.processor)
  }

  #slotOf(channel: Channel, does?: string): number {
    if (channel >>> 0 === channel && channel < this.degree) return this.firstSlot + channel
    throw new ModelError(noChannel(channel, this.degree, does))
  }

  /** Puts a message in the outbox for each slot from `begin` to before `end`. */
  #post(message: Message, begin: number, end: number): void {
    const count = end - begin
    if (count <= 0) return
    const handle = this.#payloads.hold(message, count)
    this.#sizesAsSent?.add(message, count, this.processor)
    const outbox = this.#outbox
    outbox.reserve(count)
    const { senders, slots, payloads } = outbox
    const sender = this.processor
    let place = outbox.length
    for (let slot = begin; slot < end; slot++) {
      senders[place] = sender
      slots[place] = slot
      payloads[place++] = handle
    }
    outbox.length = place
  }
}

/** What is wrong with a channel that a processor with so many does not have. */
export function noChannel(channel: unknown, degree: number, does = 'sends on'): string {
  if (typeof channel !== 'number')
    return `${does} channel ${typeof channel === 'string' ? `'${channel}', a text` : String(channel)}; channels are numbers, such as 0`
  const channels = degree === 0 ? 'none' : `${degree} channel${degree === 1 ? '' : 's'}, 0 to ${degree - 1}`
  return `${does} channel ${channel}, but has ${channels}`
}
